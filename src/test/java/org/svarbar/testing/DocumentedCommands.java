package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a section of a document tells a reader to type: its blocks of shell commands, in their
 * order. So a test does what the document says, and fails when the document is wrong.
 */
public record DocumentedCommands(List<String> blocks) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\n(.*?)^```$");

  /**
   * Reads those below a heading, up to the next one of the same or a higher level.
   *
   * @param heading as it is written, such as `### Installing`
   */
  public static DocumentedCommands of(Path document, String heading) throws IOException {
    var text = Files.readString(document);
    var start = text.indexOf("\n" + heading + "\n");
    assertThat(start).as("%s has a heading %s", document, heading).isNotNegative();
    var level = heading.indexOf(' ');
    var end =
        Pattern.compile("(?m)^#{2," + level + "} ").matcher(text).results().toList().stream()
            .mapToInt(it -> it.start())
            .filter(at -> at > start + 1)
            .findFirst()
            .orElse(text.length());
    var blocks = BLOCK.matcher(text.substring(start, end)).results().map(it -> it.group(1));
    return new DocumentedCommands(blocks.toList());
  }

  /** The block that does this; `part` stands in it and in no other. */
  public String block(String part) {
    var found = blocks.stream().filter(it -> it.contains(part)).toList();
    assertThat(found).as("blocks with %s", part).hasSize(1);
    return found.getFirst();
  }

  /** The same with a reader's own values; each of the examples must stand there. */
  public DocumentedCommands with(Map<String, String> own) {
    var all = String.join("\u0000", blocks);
    for (var each : own.entrySet()) {
      assertThat(all).contains(each.getKey());
      all = all.replace(each.getKey(), each.getValue());
    }
    return new DocumentedCommands(List.of(all.split("\u0000")));
  }
}
