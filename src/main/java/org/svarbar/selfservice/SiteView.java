package org.svarbar.selfservice;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svarbar.platform.Texts;

/**
 * A site as its pages get it.
 *
 * @param holdOut whether some sessions see no answers: then they begin before the first search
 * @param tickets whether `POST contact` opens one
 * @param texts what the widget says, by the last part of the texts' keys
 */
public record SiteView(
    String name,
    String language,
    List<String> languages,
    boolean consentRequired,
    int keepDays,
    boolean holdOut,
    String form,
    String mail,
    String phone,
    boolean tickets,
    Map<String, String> texts) {

  static final String BUNDLE = "org.svarbar.selfservice.help";
  private static final String OF_THE_WIDGET = "widget.";

  static SiteView of(HelpSite site, Locale wanted) {
    var language = site.language(wanted);
    return new SiteView(
        site.name(),
        language.getLanguage(),
        site.languages().stream().map(Locale::getLanguage).toList(),
        site.consentRequired(),
        site.keepDays(),
        site.holdOutPercent() > 0,
        site.contact().form().map(URI::toString).orElse(null),
        site.contact().mail().orElse(null),
        site.contact().phone().orElse(null),
        site.opensTickets(),
        Texts.of(BUNDLE, language).all(OF_THE_WIDGET));
  }
}
