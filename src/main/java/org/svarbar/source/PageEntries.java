package org.svarbar.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.platform.Sha256;

/** The questions of a page as entries. */
final class PageEntries {

  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_SLUG = 80;
  private static final int HASH = 12;

  private final WebPage page;
  private final Set<String> keys = new HashSet<>();

  private PageEntries(WebPage page) {
    this.page = page;
  }

  static List<FoundForm> of(WebPage page) {
    var entries = new PageEntries(page);
    var forms = new ArrayList<FoundForm>();
    for (var question : page.questions()) {
      forms.add(FoundForm.of(page.address().toString(), entries.form(question)));
    }
    return forms;
  }

  private EntryForm form(FoundQuestion found) {
    var address = page.address().toString();
    return new EntryForm(
        key(found),
        page.language().map(Locale::toLanguageTag).orElse(""),
        "",
        "",
        List.of(found.question()),
        found.answer(),
        "html",
        found.anchor().matches("[A-Za-z0-9._~-]+") ? address + "#" + found.anchor() : address,
        "");
  }

  /** The page and the question: an answer that changes is a change, another question another. */
  private String key(FoundQuestion found) {
    var query = page.address().getRawQuery();
    var path = page.address().getRawPath() + (query == null ? "" : "?" + query);
    var wanted = shortened(path.substring(1) + "#" + slug(found.question()));
    var key = wanted;
    for (var i = 2; !keys.add(key); i++) {
      key = wanted + "-" + i;
    }
    return key;
  }

  private static String slug(String question) {
    var words = question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var trimmed = words.replaceAll("^-|-$", "");
    return trimmed.length() <= LONGEST_SLUG
        ? trimmed
        : trimmed.substring(0, LONGEST_SLUG) + "-" + hash(trimmed);
  }

  private static String shortened(String key) {
    var most = LONGEST_KEY - 2 * HASH;
    return key.length() <= most ? key : key.substring(0, most - HASH - 1) + "-" + hash(key);
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, HASH);
  }
}
