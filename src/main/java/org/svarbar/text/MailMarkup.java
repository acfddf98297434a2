package org.svarbar.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What mail programs call the parts of their HTML that hold older mail or a signature. */
final class MailMarkup {

  /** Gmail, Thunderbird, Yahoo, Proton, Zoho, Outlook for phones. */
  private static final Set<String> CLASSES =
      Set.of(
          "gmail_quote",
          "gmail_quote_container",
          "gmail_attr",
          "gmail_signature",
          "gmail_signature_prefix",
          "moz-cite-prefix",
          "moz-forward-container",
          "moz-signature",
          "ms-outlook-mobile-reference-message",
          "protonmail_quote",
          "protonmail_signature_block",
          "yahoo_quoted",
          "zmail_extra");

  /** Outlook on the web, for phones and for Mac; Roundcube. */
  private static final Set<String> IDS =
      Set.of(
          "mail-editor-reference-message-container",
          "olk_src_body_section",
          "reply-intro",
          "signature");

  /** From here to the end of the mail: Outlook and its predecessor. */
  private static final Set<String> LAST_IDS = Set.of("divrplyfwdmsg", "stopspelling");

  private MailMarkup() {}

  /** Whether this element and all that follows is older mail. */
  static boolean startsOlderMail(Element element) {
    return LAST_IDS.contains(id(element)) || isOutlookRule(element);
  }

  /** Whether this element, as a whole, is not what the customer wrote now. */
  static boolean isNotWrittenNow(Element element) {
    if (IDS.contains(id(element))) {
      return true;
    }
    return !element.className().isEmpty()
        && !isIndent(element)
        && element.classNames().stream().anyMatch(CLASSES::contains);
  }

  /** Whether a `blockquote` only indents, as Gmail and Outlook make it when asked to indent. */
  static boolean isIndent(Element element) {
    var style = style(element);
    return element.normalName().equals("blockquote")
        && !element.attr("type").equals("cite")
        && (style.contains("margin:00040px") || style.contains("margin-left:40px"))
        && !style.contains("border-left:1px");
  }

  /** The thin line that desktop Outlook draws above the header of the mail it answers. */
  private static boolean isOutlookRule(Element element) {
    return element.normalName().equals("div")
        && style(element).startsWith("border:none;border-top:solid")
        && style(element).contains("padding:3.0pt");
  }

  /** Lower case, without the `x_` that Outlook puts before the names of what it has received. */
  private static String id(Element element) {
    var id = element.id().toLowerCase(Locale.ROOT);
    int start = 0;
    while (id.startsWith("x_", start)) {
      start += 2;
    }
    return id.substring(start);
  }

  private static String style(Element element) {
    var style = element.attr("style");
    return style.isEmpty() ? "" : style.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
