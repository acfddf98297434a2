package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.EntryForm;

class MarkdownTextTest {

  private static final DocumentName NAME = new DocumentName("it/vpn.md");

  @Test
  void readsAnEntryWithFrontMatter() {
    var forms = read("---\nkey: vpn\nlanguage: sv\nvisibility: public\nquestion: Hur?\n---\nSå.\n");

    assertThat(forms).hasSize(1);
    assertThat(forms.getFirst().key()).isEqualTo("vpn");
    assertThat(forms.getFirst().answer().strip()).isEqualTo("Så.");
  }

  @Test
  void takesTheWholePathForAKeyWhereNoneIsGiven() {
    assertThat(read("---\nquestion: Hur?\n---\nSå.\n").getFirst().key()).isEqualTo("it/vpn.md#");
  }

  @Test
  void readsADocumentWithHeadings() {
    var forms = read("# VPN\n\n## Hur ansluter jag?\n\nSå *här*.\n");

    assertThat(forms).hasSize(1);
    assertThat(forms.getFirst().questions()).containsExactly("Hur ansluter jag?");
    assertThat(forms.getFirst().answer()).contains("<em>här</em>");
  }

  @Test
  void keepsADocumentInternalWhoseFrontMatterSaysSo() {
    var forms = read("---\nvisibility: internal\nlanguage: fi\n---\n# Hur?\nSå.\n# Var?\nDär.\n");

    assertThat(forms).hasSize(2);
    assertThat(forms).allSatisfy(form -> assertThat(form.visibility()).isEqualTo("internal"));
    assertThat(forms).allSatisfy(form -> assertThat(form.language()).isEqualTo("fi"));
  }

  @Test
  void survivesQuotesInQuotesInQuotes() {
    assertThat(read("> ".repeat(100_000) + "hej")).isNotEmpty();
  }

  @Test
  void refusesWhatIsNoText() {
    var found = MarkdownText.read(NAME, new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThat(found.getFirst().reasons().getFirst().code()).isEqualTo("not-utf-8");
  }

  private static List<EntryForm> read(String markdown) {
    return MarkdownText.read(NAME, markdown.getBytes(StandardCharsets.UTF_8)).stream()
        .map(found -> found.form().orElseThrow())
        .toList();
  }
}
