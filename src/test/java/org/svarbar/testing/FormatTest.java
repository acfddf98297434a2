package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void findsEverySourceInForm() throws IOException {
    var outOfForm = Format.outOfForm(Path.of(""));

    assertThat(outOfForm.keySet()).as("files that `mvn -q -Pformat` would change").isEmpty();
  }
}
