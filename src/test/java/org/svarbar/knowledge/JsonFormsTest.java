package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormsTest {

  private static final String ENTRY =
      "{\"key\":\"a\",\"language\":\"sv\",\"visibility\":\"public\",\"questions\":[\"Hur?\"],"
          + "\"answer\":\"Så\"}";

  @Test
  void readsEntries() {
    var found = read("[" + ENTRY + "]");

    assertThat(found).extracting(FoundForm::place).containsExactly("1");
    assertThat(found.getFirst().reasons()).isEmpty();
    assertThat(found.getFirst().form().orElseThrow().questions()).containsExactly("Hur?");
  }

  @Test
  void takesNullForNothing() {
    var found = read("[" + ENTRY.replace("}", ",\"url\":null,\"group\":null}") + "]");

    assertThat(found.getFirst().reasons()).isEmpty();
  }

  @Test
  void namesWhatIsNoEntryAndReadsTheRest() {
    var found =
        read(
            "[1,"
                + ENTRY
                + ","
                + ENTRY.replace("\"Så\"", "7")
                + ","
                + ENTRY.replace("[\"Hur?\"]", "\"Hur?\"")
                + "]");

    assertThat(found).extracting(FoundForm::place).containsExactly("1", "2", "3", "4");
    assertThat(found.get(0).reasons()).extracting(Reason::code).containsExactly("json-no-object");
    assertThat(found.get(1).reasons()).isEmpty();
    assertThat(found.get(2).reasons())
        .containsExactly(new Reason("json-no-text", List.of("answer")));
    assertThat(found.get(3).reasons())
        .containsExactly(new Reason("json-no-text", List.of("questions")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[{\"key\":]", "null", "\"x\""})
  void refusesWhatIsNoArray(String text) {
    var refusal = catchThrowableOfType(UnreadableImport.class, () -> read(text));

    assertThat(refusal.reason().code()).isEqualTo("json-no-array");
  }

  private static List<FoundForm> read(String text) {
    return JsonForms.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
