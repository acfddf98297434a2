package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.access.TicketPass;
import org.svarbar.access.TicketPasses;
import org.svarbar.selfservice.LiveTimeline;
import org.svarbar.ticket.TicketRef;

/**
 * Links by which whoever reads a note opens its ticket's panel. The pass stands in the fragment,
 * which browsers send to nobody.
 */
@ApplicationScoped
class PanelLinks implements LiveTimeline {

  private static final String VALID_FOR = "svarbar.panel.link-valid-for";
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  @Inject TicketPasses passes;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  URI publicUrl;

  @Inject
  @ConfigProperty(name = VALID_FOR)
  Duration validFor;

  void start(@Observes Startup started) {
    if (validFor.compareTo(SHORTEST) < 0 || validFor.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(VALID_FOR + " is not between PT1H and P90D: " + validFor);
    }
  }

  @Override
  public String of(TicketRef ticket) {
    var pass = new TicketPass(ticket, "", clock.instant().plus(validFor));
    var id = URLEncoder.encode(ticket.id(), StandardCharsets.UTF_8).replace("+", "%20");
    return publicUrl.toString().replaceFirst("/$", "")
        + "/panel/"
        + ticket.connection()
        + "/"
        + id
        + "#"
        + passes.write(pass, TicketPasses.Use.LINK);
  }
}
