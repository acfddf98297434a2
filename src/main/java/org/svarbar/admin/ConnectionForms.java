package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.helpdesk.ConnectionDraft;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.platform.Languages;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.Texts;
import org.svarbar.ticket.ConnectionId;

/** What an administrator types about a connection, from and to the connection itself. */
@ApplicationScoped
class ConnectionForms {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_URL = 500;
  private static final int LONGEST_CREDENTIAL = 2000;
  private static final int LONGEST_GROUPS = 4000;

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject OutboundHttp outbound;

  List<String> kinds() {
    return helpdesks.kinds();
  }

  /** The addresses that the operator allows, as they can be chosen. */
  List<String> allowedHosts() {
    return outbound.allowed().written();
  }

  /** A form for a new connection, careful at first. */
  Form empty(Locale noteLanguage) {
    return new Form(
        Map.of("mode", "monitor", "note-language", noteLanguage.toLanguageTag()), Map.of());
  }

  Form of(Connection connection) {
    var values = new HashMap<String, String>();
    values.put("id", connection.id().value());
    values.put("kind", connection.kind());
    values.put("name", connection.name());
    values.put("base-url", connection.baseUrl().map(URI::toString).orElse(""));
    values.put("account", connection.account());
    values.put("groups", connection.groups().stream().sorted().collect(Collectors.joining("\n")));
    values.put("note-language", connection.noteLanguage().toLanguageTag());
    values.put("mode", connection.mode().name().toLowerCase(Locale.ROOT));
    return new Form(values, Map.of());
  }

  /** The form with what is wrong with it. */
  Form checked(Form form, boolean isNew, Texts texts) {
    var wrong = new LinkedHashMap<String, String>();
    if (!kinds().contains(form.value("kind"))) {
      wrong.put("kind", texts.text("connection.kind.wrong"));
    }
    var name = form.value("name");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      wrong.put("name", texts.text("connection.name.wrong", LONGEST_NAME));
    }
    if (isNew) {
      idProblem(form.value("id")).ifPresent(key -> wrong.put("id", texts.text(key)));
    }
    addressProblem(form, texts).ifPresent(why -> wrong.put("base-url", why));
    refuseLonger(form, "account", LONGEST_NAME, wrong, texts);
    refuseLonger(form, "credential", LONGEST_CREDENTIAL, wrong, texts);
    refuseLonger(form, "groups", LONGEST_GROUPS, wrong, texts);
    if (Languages.find(form.value("note-language")).isEmpty() || mode(form).isEmpty()) {
      wrong.put("mode", texts.text("connection.mode.wrong"));
    }
    return form.withWrong(wrong);
  }

  /** Of a form that is right. */
  ConnectionDraft draft(Form form) {
    return new ConnectionDraft(
        form.value("kind"),
        form.value("name"),
        Optional.of(form.value("base-url")).filter(url -> !url.isEmpty()).map(URI::create),
        form.value("account"),
        Optional.of(form.value("credential")).filter(credential -> !credential.isEmpty()),
        groups(form),
        Languages.find(form.value("note-language")).orElseThrow(),
        mode(form).orElseThrow());
  }

  private Optional<String> idProblem(String id) {
    if (!ConnectionId.isValid(id)) {
      return Optional.of("connection.id.wrong");
    }
    return connections.find(new ConnectionId(id)).map(taken -> "connection.id.taken");
  }

  private Optional<String> addressProblem(Form form, Texts texts) {
    var url = form.value("base-url");
    if (url.isEmpty()) {
      return mode(form)
          .filter(mode -> mode.isWriting())
          .map(mode -> texts.text("connection.base-url.needed"));
    }
    try {
      var uri = new URI(url);
      if (url.length() > LONGEST_URL
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        return Optional.of(texts.text("connection.base-url.wrong"));
      }
      return outbound.allowed().refusals(uri).isEmpty()
          ? Optional.empty()
          : Optional.of(texts.text("connection.base-url.refused"));
    } catch (java.net.URISyntaxException e) {
      return Optional.of(texts.text("connection.base-url.wrong"));
    }
  }

  private static void refuseLonger(
      Form form, String field, int longest, Map<String, String> wrong, Texts texts) {
    if (form.value(field).length() > longest) {
      wrong.put(field, texts.text("form.too-long", longest));
    }
  }

  private static Optional<Mode> mode(Form form) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(form.value("mode")))
        .findFirst();
  }

  private static Set<String> groups(Form form) {
    return form.value("groups")
        .lines()
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toSet());
  }
}
