package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Templates;
import org.svarbar.platform.Texts;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Fills a template of the panel for the request that is being answered. */
@ApplicationScoped
class PanelPages {

  @Inject HttpServletRequest request;
  @Inject Assets assets;
  @Inject PanelFraming framing;

  /**
   * @param template its name in `src/main/jte/panel`
   * @param values the template's parameters but `page`
   */
  String html(String template, TicketRef ticket, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("page", page(ticket));
    return Templates.render("panel/" + template + ".jte", all);
  }

  PanelPage page(TicketRef ticket) {
    var context = request.getContextPath();
    return new PanelPage(
        texts(),
        assets,
        ZoneId.systemDefault(),
        context,
        ticket,
        context + path(ticket),
        framing.of(ticket.connection()));
  }

  /**
   * @param pass the agent's; empty: nobody is known yet
   */
  FramePage frame(ConnectionId connection, String host, String pass) {
    var parents = framing.of(connection);
    return new FramePage(
        texts(), assets, request.getContextPath(), connection, host, parents, pass);
  }

  /** Where the panel of a ticket is, below the application. */
  static String path(TicketRef ticket) {
    var id = URLEncoder.encode(ticket.id(), StandardCharsets.UTF_8).replace("+", "%20");
    return "/panel/" + ticket.connection() + "/" + id;
  }

  Texts texts() {
    return Texts.of(PanelPage.BUNDLE, locale());
  }

  String context() {
    return request.getContextPath();
  }

  Locale locale() {
    return Languages.preferred(request.getHeader("Accept-Language"));
  }
}
