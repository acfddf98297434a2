package org.svarbar.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts of one bundle in one of the product's languages. */
public final class Texts {

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(String name, Locale locale) {
    this.locale = locale;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    this.bundle = ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), control);
  }

  /**
   * @param bundle the resource's name, such as `org.svarbar.assist.note`
   */
  public static Texts of(String bundle, Locale locale) {
    return new Texts(bundle, locale);
  }

  public Locale locale() {
    return locale;
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * The texts whose keys begin with `prefix`, by the rest of their keys, as they are: nothing is
   * filled in.
   */
  public Map<String, String> all(String prefix) {
    return bundle.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(
            Collectors.toMap(
                key -> key.substring(prefix.length()),
                bundle::getString,
                (first, second) -> first,
                TreeMap::new));
  }

  /** The text with its `{0}`, `{1}` … filled in; throws when there is no such text. */
  public String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
