package org.svarbar.selfservice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Texts;

/**
 * What the help page shows to a customer without JavaScript.
 *
 * @param context the application's path
 * @param session the customer's, if they have one
 * @param sought what they searched for; may be empty
 * @param hits of that; empty: nothing was sought, or nothing found
 * @param entry the answer that is open
 * @param voted what they said of it
 * @param ticket what they type to reach a person; empty: they do not want to
 */
record HelpPage(
    HelpSite site,
    Texts texts,
    String context,
    Optional<HelpSessions.Started> session,
    String sought,
    List<HelpSearch.Hit> hits,
    Optional<FaqEntry> entry,
    Optional<Boolean> voted,
    Optional<TicketForm> ticket) {

  HelpPage {
    Objects.requireNonNull(session, "session");
    hits = List.copyOf(hits);
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(voted, "voted");
    Objects.requireNonNull(ticket, "ticket");
  }

  HelpPage opened(FaqEntry opened, Optional<Boolean> said) {
    return new HelpPage(
        site, texts, context, session, sought, hits, Optional.of(opened), said, ticket);
  }

  HelpPage reaching(TicketForm typed) {
    return new HelpPage(
        site, texts, context, session, sought, hits, entry, voted, Optional.of(typed));
  }

  boolean contact() {
    return ticket.isPresent();
  }

  String text(String key, Object... values) {
    return texts.text(key, values);
  }

  String language() {
    return texts.locale().toLanguageTag();
  }

  String address() {
    return context + "/help/" + site.id();
  }

  String token() {
    return session.map(HelpSessions.Started::token).orElse("");
  }

  /** What is said of the search. */
  String outcome() {
    return switch (hits.size()) {
      case 0 -> text("widget.none");
      case 1 -> text("widget.found.one");
      default -> text("widget.found.many", hits.size());
    };
  }

  boolean mayAskConsent() {
    return site.consentRequired() && session.isEmpty();
  }

  Optional<String> mailAddress() {
    return site.contact().mail().map(mail -> "mailto:" + mail + "?subject=" + encoded(subject()));
  }

  Optional<String> formAddress() {
    return site.contact().form().map(form -> form + query(form));
  }

  Optional<String> phoneAddress() {
    return site.contact().phone().map(phone -> "tel:" + phone.replaceAll("[^+0-9]", ""));
  }

  /** The page in the site's other languages. */
  List<Locale> otherLanguages() {
    return Languages.ALL.stream()
        .filter(site.languages()::contains)
        .filter(language -> !language.equals(texts.locale()))
        .toList();
  }

  /** What a language calls itself. */
  static String nameOf(Locale language) {
    var name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  private String subject() {
    var about = sought.isEmpty() ? text("widget.subject") : sought;
    return about + session.map(known -> " [" + known.reference() + "]").orElse("");
  }

  private String query(URI form) {
    var mark = form.getRawQuery() == null ? "?" : "&";
    return session
        .filter(known -> form.getRawFragment() == null)
        .map(known -> mark + "svarbar_reference=" + known.reference())
        .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
