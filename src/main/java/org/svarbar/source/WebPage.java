package org.svarbar.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.svarbar.platform.Languages;

/**
 * A page of a web site: which questions it answers, in which language, and where it leads.
 *
 * @param httpLanguage what HTTP said; may be empty
 */
record WebPage(Document document, URI address, String httpLanguage) {

  /**
   * @param type the media type with its parameters; without a character set, the page says it
   */
  static WebPage of(byte[] bytes, String type, URI address, String httpLanguage) {
    try {
      var charset = charset(type).orElse(null);
      var document = Jsoup.parse(new ByteArrayInputStream(bytes), charset, address.toString());
      return new WebPage(document, address, httpLanguage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something of this media type is a page. */
  static boolean isHtml(String type) {
    var lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("text/html") || lower.startsWith("application/xhtml+xml");
  }

  /** What is declared for machines goes first; a page's look is read only without it. */
  List<FoundQuestion> questions() {
    return Stream.<java.util.function.Supplier<List<FoundQuestion>>>of(
            () -> StructuredQuestions.jsonLd(document),
            () -> StructuredQuestions.microdata(document),
            this::folded,
            () -> HeadedQuestions.in(content()))
        .map(java.util.function.Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Empty: the page does not say it, or it is none of ours. */
  Optional<Locale> language() {
    var alternates =
        document.select("link[rel~=(?i)alternate][hreflang]").stream()
            .filter(link -> link.absUrl("href").equals(address.toString()))
            .map(link -> link.attr("hreflang"));
    var root = document.selectFirst("html");
    return Stream.concat(
            Stream.of(root == null ? "" : root.attr("lang")),
            Stream.concat(alternates, Stream.of(httpLanguage.split(",")[0])))
        .flatMap(tag -> Languages.find(tag).stream())
        .findFirst();
  }

  /** The address that the page calls its own, if it is another one. */
  Optional<URI> canonical() {
    return document.select("link[rel~=(?i)^canonical$]").stream()
        .flatMap(link -> WebScope.normalised(link.absUrl("href")).stream())
        .filter(own -> !own.equals(address))
        .findFirst();
  }

  /** Whether the page asks not to be taken, or not to be followed: `noindex`, `nofollow`. */
  boolean asks(String directive) {
    return document.select("meta[name~=(?i)^(robots|svarbar)$]").stream()
        .flatMap(meta -> Stream.of(meta.attr("content").toLowerCase(Locale.ROOT).split(",")))
        .anyMatch(each -> each.strip().equals(directive) || each.strip().equals("none"));
  }

  /** Where it leads, other languages of it among them. */
  Set<URI> links() {
    var links = new LinkedHashSet<URI>();
    for (var link : document.select("a[href]:not([rel~=(?i)nofollow]), link[hreflang][href]")) {
      WebScope.normalised(link.absUrl("href")).ifPresent(links::add);
    }
    return links;
  }

  private List<FoundQuestion> folded() {
    var found = new ArrayList<FoundQuestion>();
    for (var details : document.select("details:has(> summary):not(:has(details))")) {
      var summary = details.selectFirst("> summary");
      var answer = details.clone();
      answer.select("> summary").remove();
      var whole = new FoundQuestion(summary.text(), answer.html(), anchor(details, summary));
      if (whole.isWhole() && !isNavigation(details)) {
        found.add(whole);
      }
    }
    return found;
  }

  private static String anchor(Element details, Element summary) {
    return details.id().isEmpty() ? summary.id() : details.id();
  }

  private static boolean isNavigation(Element element) {
    return element.closest("nav, header, footer, aside, form") != null;
  }

  private Element content() {
    var main = document.select("main, [role=main], article").first();
    var content = main == null ? document.body().clone() : main.clone();
    content
        .select("nav, header nav, footer, aside, script, style, noscript, form, template")
        .remove();
    return content;
  }

  private static Optional<String> charset(String type) {
    var found = java.util.regex.Pattern.compile("(?i)charset=\"?([A-Za-z0-9_.:-]+)").matcher(type);
    return found.find() && isCharset(found.group(1))
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  private static boolean isCharset(String name) {
    try {
      return java.nio.charset.Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
