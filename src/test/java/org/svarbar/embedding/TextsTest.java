package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void putsThePrefixesWithABlankInFront() {
    var texts = new Texts("query:", "passage: ", 256);

    assertThat(texts.question(" Hur gör jag? ")).isEqualTo("query: Hur gör jag?");
    assertThat(texts.passage("Så här.")).isEqualTo("passage: Så här.");
    assertThat(new Texts("", "", 256).question("Hur gör jag?")).isEqualTo("Hur gör jag?");
  }

  @Test
  void keepsTheTokenizerFromBooks() {
    assertThat(new Texts("query:", "", 8).question("word ".repeat(100_000))).hasSize(64);
  }

  @Test
  void isNeverEmpty() {
    assertThat(new Texts("", "", 256).passage(" \n ")).isEqualTo("?");
  }

  @Test
  void otherPrefixesAreOtherVectors() {
    assertThat(new Texts("query:", "", 256).mark())
        .isNotEqualTo(new Texts("", "query:", 256).mark());
  }
}
