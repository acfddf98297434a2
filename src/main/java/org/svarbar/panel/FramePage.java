package org.svarbar.panel;

import java.util.List;
import java.util.Objects;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Texts;
import org.svarbar.ticket.ConnectionId;

/**
 * A page that a helpdesk frames beside whichever ticket it shows.
 *
 * @param context the application's path, such as `/svarbar`
 * @param host whose way of telling the ticket it follows, such as `chatwoot`
 * @param parents origins of pages that may frame it, and that it hears
 * @param pass of the agent who opened it; empty: not known yet
 */
record FramePage(
    Texts texts,
    Assets assets,
    String context,
    ConnectionId connection,
    String host,
    List<String> parents,
    String pass) {

  FramePage {
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(connection, "connection");
    parents = List.copyOf(parents);
    Objects.requireNonNull(pass, "pass");
  }

  String text(String key) {
    return texts.text(key);
  }

  String language() {
    return texts.locale().toLanguageTag();
  }

  String asset(String name) {
    return context + "/" + assets.path(name);
  }

  /** Where a pass for a ticket comes from. */
  String at() {
    return context + "/frames/" + connection;
  }

  /** What the panel's address begins with. */
  String panels() {
    return context + "/panel/" + connection;
  }

  /** Where somebody logs in who is known to nobody yet. */
  String logInAt() {
    return context + "/panel/agent?connection=" + connection;
  }
}
