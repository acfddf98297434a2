package org.svarbar.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** All settings: the file of defaults says which there are, and what they mean. */
final class Settings {

  static final String FILE = "META-INF/microprofile-config.properties";

  /** Begins our file: libraries may bring some of the same name. */
  private static final String OURS = "# Every setting of Svarbar";

  private static final String ROOM = "# --- ";
  private static final Pattern SETTING = Pattern.compile("(?:# )?(svarbar\\.[a-z0-9.-]+)=(.*)");

  private Settings() {}

  /** In the order of the file, with what counts now. */
  static List<Setting> now(Config config) {
    return in(file()).stream()
        .map(each -> each.with(config.getOptionalValue(each.name(), String.class)))
        .toList();
  }

  /** Settings that follow one another share the words before them. */
  static List<Setting> in(String file) {
    var found = new ArrayList<Setting>();
    var says = new ArrayList<String>();
    var room = "";
    var isTold = false;
    for (var line : file.lines().toList()) {
      var setting = SETTING.matcher(line);
      if (line.startsWith(ROOM)) {
        room = line.substring(ROOM.length()).strip();
        says.clear();
      } else if (setting.matches()) {
        var usual = Optional.of(setting.group(2).strip()).filter(it -> !it.isEmpty());
        found.add(Setting.of(room, setting.group(1), usual, String.join(" ", says)));
        isTold = true;
      } else if (line.startsWith("# ")) {
        if (isTold) {
          says.clear();
        }
        isTold = false;
        says.add(line.substring(2).strip());
      }
    }
    return List.copyOf(found);
  }

  static String file() {
    try {
      for (var file : Collections.list(Settings.class.getClassLoader().getResources(FILE))) {
        try (var stream = file.openStream()) {
          var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          if (text.startsWith(OURS)) {
            return text;
          }
        }
      }
      throw new IllegalStateException("the application was packed without its " + FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
