package org.svarbar.admin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.knowledge.Brand;
import org.svarbar.platform.Texts;

/** What an administrator chooses for a brand: a box for each thing that can belong to it. */
final class BrandForms {

  static final String SOURCE = "source-";
  static final String CONNECTION = "connection-";
  static final String SITE = "site-";

  private static final String ON = "on";

  private BrandForms() {}

  static Form of(Optional<Brand> brand) {
    var values = new HashMap<String, String>();
    brand.ifPresent(
        it -> {
          values.put("name", it.name());
          it.sources().forEach(part -> values.put(SOURCE + part, ON));
          it.connections().forEach(part -> values.put(CONNECTION + part, ON));
          it.sites().forEach(part -> values.put(SITE + part, ON));
        });
    return new Form(values, Map.of());
  }

  static Form checked(Form form, Chosen of, Texts texts) {
    var wrong = new LinkedHashMap<String, String>();
    if (form.value("name").isEmpty() || form.value("name").length() > Brand.LONGEST_NAME) {
      wrong.put("name", texts.text("brand.name.wrong", Brand.LONGEST_NAME));
    }
    if (chosen(form, SOURCE, of.sources()).isEmpty()) {
      wrong.put("sources", texts.text("brand.sources.wrong"));
    }
    return form.withWrong(wrong);
  }

  /** Everything that there is. */
  static Chosen all(BrandParts parts) {
    return new Chosen(
        parts.sources(),
        parts.connections().stream().map(it -> it.id().value()).collect(Collectors.toSet()),
        parts.sites().stream().map(it -> it.id()).collect(Collectors.toSet()));
  }

  /** What can be chosen of. */
  record Chosen(Set<String> sources, Set<String> connections, Set<String> sites) {}

  /** The brand that a right form says. */
  static Brand typed(Form form, Chosen of) {
    return new Brand(
        form.value("name"),
        chosen(form, SOURCE, of.sources()),
        chosen(form, CONNECTION, of.connections()),
        chosen(form, SITE, of.sites()));
  }

  private static Set<String> chosen(Form form, String prefix, Set<String> parts) {
    return parts.stream().filter(part -> form.has(prefix + part, ON)).collect(Collectors.toSet());
  }
}
