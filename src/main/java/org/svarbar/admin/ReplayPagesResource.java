package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.replay.Replay;
import org.svarbar.replay.ReplayCase;
import org.svarbar.replay.ReplayOrder;
import org.svarbar.replay.Replays;
import org.svarbar.replay.TicketFile;
import org.svarbar.suggestion.Answer;
import org.svarbar.suggestion.Answers;
import org.svarbar.ticket.ConnectionId;

/** Replays of past tickets: beginning one, how far it is, what it shows, and judging by people. */
@Path("console/replays")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class ReplayPagesResource {

  private static final String ID = "{id: [0-9]{1,18}}";
  private static final int DAYS = 90;
  private static final int LONGEST_VALUE = 100;

  @Inject Pages pages;
  @Inject Replays replays;
  @Inject Answers answers;
  @Inject Connections connections;
  @Inject Clock clock;

  @GET
  public String list() {
    return list(beginning(Map.of()));
  }

  /** What is proposed, beside what was typed. */
  private Form beginning(Map<String, String> typed) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    var values = Map.of("from", today.minusDays(DAYS).toString(), "until", today.toString());
    var form = new LinkedHashMap<>(values);
    form.put("most", "2000");
    form.putAll(typed);
    return new Form(form, Map.of());
  }

  private String list(Form form) {
    return pages.html(
        "replays",
        Map.of(
            "replays",
            replays.all(),
            "connections",
            callable(),
            "all",
            connections.all(),
            "form",
            form));
  }

  private List<Connection> callable() {
    return connections.all().stream().filter(it -> it.baseUrl().isPresent()).toList();
  }

  @POST
  public Response start(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var wrong = new LinkedHashMap<String, String>();
    var via = callable().stream().filter(it -> form.has("connection", it.id().value())).findFirst();
    if (via.isEmpty()) {
      wrong.put("connection", pages.texts().text("replay.connection.wrong"));
    }
    var from = day(form, "from", wrong);
    var until = day(form, "until", wrong);
    var most = form.value("most");
    if (!most.matches("[0-9]{1,6}")
        || Integer.parseInt(most) < 1
        || Integer.parseInt(most) > ReplayOrder.MOST) {
      wrong.put("most", pages.texts().text("replay.most.wrong", ReplayOrder.MOST));
    }
    if (wrong.isEmpty() && from.get().isAfter(until.get())) {
      wrong.put("until", pages.texts().text("replay.until.wrong"));
    }
    if (!wrong.isEmpty()) {
      return Response.status(422).entity(list(form.withWrong(wrong))).build();
    }
    var zone = ZoneId.systemDefault();
    var order =
        new ReplayOrder(
            new ConnectionId(via.get().id().value()),
            from.get().atStartOfDay(zone).toInstant(),
            until.get().plusDays(1).atStartOfDay(zone).toInstant(),
            Integer.parseInt(most),
            form.has("strict", "true"));
    return to(replays.start(order).id(), "?done=replay-begun");
  }

  @POST
  @Path("file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response startOfFile(
      @FormParam("file-connection") EntityPart connection,
      @FormParam("file-strict") EntityPart strict,
      @FormParam("file") EntityPart file)
      throws IOException {
    var form = beginning(Map.of("file-connection", text(connection), "file-strict", text(strict)));
    var via =
        connections.all().stream()
            .filter(it -> form.has("file-connection", it.id().value()))
            .findFirst();
    if (via.isEmpty()) {
      return refused(form, "file-connection", pages.texts().text("replay.connection.wrong"));
    }
    var content = content(file);
    if (content.length == 0 || content.length > TicketFile.LARGEST) {
      var why = content.length == 0 ? "replay.file.none" : "replay.file.too-large";
      return refused(form, "file", pages.texts().text(why));
    }
    var until = clock.instant();
    var isStrict = form.has("file-strict", "true");
    try {
      var order = new ReplayOrder(via.get().id(), Instant.EPOCH, until, ReplayOrder.MOST, isStrict);
      return to(replays.start(order, content).id(), "?done=replay-begun");
    } catch (TicketFile.Unreadable e) {
      return refused(form, "file", said(e));
    }
  }

  private String said(TicketFile.Unreadable e) {
    var fault = e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return pages.texts().text("replay.file.fault." + fault, e.ticket(), e.field());
  }

  private Response refused(Form form, String field, String why) {
    return Response.status(422).entity(list(form.withWrong(Map.of(field, why)))).build();
  }

  /** A browser sends an empty part where nothing was chosen. */
  private static byte[] content(EntityPart file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    try (var content = file.getContent()) {
      return content.readNBytes(TicketFile.LARGEST + 1);
    }
  }

  private static String text(EntityPart part) throws IOException {
    if (part == null) {
      return "";
    }
    try (var content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_VALUE), StandardCharsets.UTF_8).strip();
    }
  }

  private Optional<LocalDate> day(Form form, String field, Map<String, String> wrong) {
    try {
      return Optional.of(LocalDate.parse(form.value(field)));
    } catch (DateTimeException e) {
      wrong.put(field, pages.texts().text("replay.day.wrong"));
      return Optional.empty();
    }
  }

  @GET
  @Path(ID)
  public String show(@PathParam("id") long id) {
    var replay = known(id);
    return pages.html(
        "replay", "replay-state", Map.of("replay", replay, "report", replays.report(id)));
  }

  @POST
  @Path(ID + "/cancel")
  public Response cancel(@PathParam("id") long id) {
    replays.cancel(id);
    return to(id, "?done=replay-cancelled");
  }

  @POST
  @Path(ID + "/resume")
  public Response resume(@PathParam("id") long id) {
    replays.resume(id);
    return to(id, "");
  }

  @POST
  @Path(ID + "/remove")
  public Response remove(@PathParam("id") long id) {
    if (!replays.remove(id)) {
      throw new NotFoundException();
    }
    return Response.seeOther(URI.create("console/replays?done=replay-removed")).build();
  }

  /**
   * @param chosen a case to judge anew; 0: the next
   * @param last the case that was judged last; 0: none
   */
  @GET
  @Path(ID + "/judge")
  public String judge(
      @PathParam("id") long id,
      @QueryParam("case") @DefaultValue("0") long chosen,
      @QueryParam("last") @DefaultValue("0") long last) {
    var replay = known(id);
    var shown = chosen > 0 ? replays.findCase(id, chosen) : replays.nextToJudge(id);
    return pages.html(
        "replay-judge",
        Map.of(
            "replay",
            replay,
            "shown",
            shown,
            "answer",
            answer(shown),
            "left",
            replays.countToJudge(id),
            "last",
            last));
  }

  private Optional<Answer> answer(Optional<ReplayCase> shown) {
    return shown.flatMap(ReplayCase::entryId).flatMap(answers::find);
  }

  @POST
  @Path(ID + "/judge/{case: [0-9]{1,18}}")
  public Response judged(
      @PathParam("id") long id,
      @PathParam("case") long found,
      @FormParam("judgement") @DefaultValue("") String judgement) {
    try {
      var said = Replays.Judgement.valueOf(judgement.toUpperCase(Locale.ROOT));
      if (!replays.judge(id, found, said)) {
        throw new NotFoundException();
      }
      return to(id, "/judge?last=" + found);
    } catch (IllegalArgumentException e) {
      return to(id, "/judge");
    }
  }

  private Replay known(long id) {
    return replays.find(id).orElseThrow(NotFoundException::new);
  }

  private static Response to(long id, String rest) {
    return Response.seeOther(URI.create("console/replays/" + id + rest)).build();
  }
}
