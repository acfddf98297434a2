package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.svarbar.access.AuditLog;

/** Who changed what, and who logged in. */
@Path("console/audit")
@RequestScoped
public class AuditPagesResource {

  private static final int ROWS = 50;
  private static final int MOST_IN_A_FILE = 5_000;

  @Inject Pages pages;
  @Inject AuditLog log;
  @Inject Clock clock;

  @GET
  public Response list(
      @QueryParam("who") @DefaultValue("") String who,
      @QueryParam("what") @DefaultValue("") String what,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until,
      @QueryParam("refused") boolean refused,
      @QueryParam("page") int page) {
    var choice = AuditChoice.of(who, what, from, until, refused, today());
    var filter = choice.filter(ZoneId.systemDefault());
    var total = log.count(filter);
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / ROWS);
    var values =
        Map.<String, Object>of(
            "choice",
            choice,
            "records",
            log.find(filter, shown * ROWS, ROWS),
            "total",
            total,
            "paging",
            Paging.of(shown, total, ROWS, "?" + choice.query()));
    return Response.ok(pages.html("audit", values), "text/html;charset=UTF-8").build();
  }

  /** At most 5,000 of them, the newest ones. */
  @GET
  @Path("all.csv")
  public Response file(
      @QueryParam("who") @DefaultValue("") String who,
      @QueryParam("what") @DefaultValue("") String what,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until,
      @QueryParam("refused") boolean refused) {
    var choice = AuditChoice.of(who, what, from, until, refused, today());
    var records = log.find(choice.filter(ZoneId.systemDefault()), 0, MOST_IN_A_FILE);
    return Response.ok(AuditTable.of(records), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=audit.csv")
        .build();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }
}
