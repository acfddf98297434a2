package org.svarbar.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Renders the templates of `src/main/jte`, which were compiled with the product; what they print is
 * escaped.
 */
public final class Templates {

  /**
   * The build makes a class of each template, in the package of the room whose folder it lies in.
   */
  private static final TemplateEngine ENGINE = engine();

  private Templates() {}

  /**
   * @param template its path, such as `assist/note.jte`
   * @param values what the template's `@param`s are filled with
   */
  public static String render(String template, Map<String, Object> values) {
    var output = new StringOutput();
    ENGINE.render(template, values, output);
    return output.toString();
  }

  private static TemplateEngine engine() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Templates.class.getClassLoader(), "org.svarbar");
  }
}
