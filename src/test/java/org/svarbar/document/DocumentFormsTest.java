package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.document.child.Kind;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;

class DocumentFormsTest {

  private static final DocumentName NAME = new DocumentName("it/trådlöst-nät.docx");

  @Test
  void makesAnEntryOfEachHeading() {
    var forms =
        forms(
            "",
            "<h1>Bredband</h1><h2>Hur ansluter jag?</h2><p>Så här.</p><ul><li>Ett</li></ul>"
                + "<h2>Priser</h2><p>Ingenting.</p><h1>Post</h1><p>Varje dag.</p>");

    assertThat(forms)
        .extracting(form -> form.questions().getFirst())
        .containsExactly("Hur ansluter jag?", "Bredband – Priser", "Post");
    assertThat(forms)
        .extracting(EntryForm::key)
        .containsExactly(
            "it/trådlöst-nät.docx#hur-ansluter-jag",
            "it/trådlöst-nät.docx#priser",
            "it/trådlöst-nät.docx#post");
    assertThat(forms.getFirst().answer()).isEqualTo("<p>Så här.</p><ul><li>Ett</li></ul>");
  }

  @Test
  void makesAnEntryOfWhatStandsBeforeTheFirstHeading() {
    var forms = forms("Dokument1", "<p>Välkommen.</p><h1>Hur?</h1><p>Så.</p>");

    assertThat(forms.getFirst().questions()).containsExactly("trådlöst nät");
    assertThat(forms.getFirst().key()).isEqualTo("it/trådlöst-nät.docx#");
  }

  @Test
  void makesAnEntryOfWhatIsShownOnRequest() {
    var forms =
        forms(
            "Hjälp",
            "<details><summary>Hur?</summary><p>Så.</p></details>"
                + "<details><summary>Varför?</summary><p>Därför.</p></details>");

    assertThat(forms)
        .extracting(form -> form.questions().getFirst())
        .containsExactly("Hur?", "Varför?");
    assertThat(forms.getLast().answer()).isEqualTo("<p>Därför.</p>");
  }

  @Test
  void tellsTheSameHeadingTwiceApart() {
    assertThat(forms("", "<h1>Hur?</h1><p>Så.</p><h1>Hur?</h1><p>Så också.</p>"))
        .extracting(EntryForm::key)
        .containsExactly("it/trådlöst-nät.docx#hur", "it/trådlöst-nät.docx#hur-2");
  }

  @Test
  void cutsALongTextIntoPassagesAndLosesNothing() {
    var html = new StringBuilder();
    for (var i = 0; i < 400; i++) {
      html.append("<p>Mening nummer ").append(i).append(" om leveranser.</p>");
    }
    var forms = forms("Handbok", html.toString());

    assertThat(forms).hasSizeBetween(4, 10);
    assertThat(forms).allSatisfy(form -> assertThat(form.answer().length()).isLessThan(3_001));
    assertThat(forms.stream().map(EntryForm::answer).reduce("", String::concat))
        .isEqualTo(html.toString());
    assertThat(forms.get(1).questions().getFirst()).startsWith("Handbok – Mening nummer");
  }

  @Test
  void cutsATextThatIsOneParagraph() {
    var forms = forms("", "<p>" + "ord ".repeat(5_000) + "</p>");

    assertThat(forms).hasSizeGreaterThan(5);
    assertThat(forms).allSatisfy(form -> assertThat(form.answer().length()).isLessThan(3_100));
  }

  @Test
  void findsTheQuestionsOfAPdf() {
    var forms =
        forms(
            Kind.PDF,
            "<p>Vanliga frågor\nSida 1 av 2\n</p><p>Hur ändrar jag mitt lösenord när jag inte\n"
                + "kommer ihåg det gamla?\nVälj Glömt lösenord. Du får ett mejl med en engångs-\n"
                + "kod.</p><p>Var är mina fakturor?\n</p><p>Under Konto:\n- nya\n- gamla</p>");

    assertThat(forms)
        .extracting(form -> form.questions().getFirst())
        .contains(
            "Hur ändrar jag mitt lösenord när jag inte kommer ihåg det gamla?",
            "Var är mina fakturor?");
    assertThat(forms.get(1).answer())
        .isEqualTo("<p>Välj Glömt lösenord. Du får ett mejl med en engångskod.</p>");
    assertThat(forms.get(2).answer()).isEqualTo("<p>Under Konto:</p><p>- nya</p><p>- gamla</p>");
  }

  @Test
  void keepsTheHeadingsThatAPdfHas() {
    var forms =
        forms(
            Kind.PDF, "<h1>Post</h1><p>Hur då?\nMed en engångs-\nkod.</p><h1>Tull</h1><p>Ja.</p>");

    assertThat(forms)
        .extracting(form -> form.questions().getFirst())
        .containsExactly("Post", "Tull");
    assertThat(forms.getFirst().answer()).contains("Med en engångskod.");
  }

  @Test
  void saysTheLanguageOnlyWhenItIsCertain() {
    var english =
        "<p>"
            + "You can change your password on the page with your settings whenever you want. "
                .repeat(8)
            + "</p>";

    assertThat(forms("", english).getFirst().language()).isEqualTo("en");
    assertThat(forms("", "<p>Hej</p>").getFirst().language()).isEmpty();
  }

  @Test
  void saysWhenNothingIsThere() {
    var found = DocumentForms.of(NAME, Kind.DOCX, new Reading.Text("", "<h1>Bara rubrik</h1>"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().reasons().getFirst().code()).isEqualTo("document-no-text");
  }

  @Test
  void makesKeysThatFit() {
    var deep = new DocumentName("mapp/".repeat(90) + "fil.pdf");

    assertThat(deep.key("Mycket ".repeat(60))).hasSizeLessThan(200);
    assertThat(deep.key("a")).isNotEqualTo(deep.key("b"));
    assertThat(new DocumentName("mapp/".repeat(90) + "annan.pdf").key("a"))
        .isNotEqualTo(deep.key("a"));
  }

  private static List<EntryForm> forms(String title, String html) {
    return entries(DocumentForms.of(NAME, Kind.DOCX, new Reading.Text(title, html)));
  }

  private static List<EntryForm> forms(Kind kind, String html) {
    return entries(DocumentForms.of(NAME, kind, new Reading.Text("", html)));
  }

  private static List<EntryForm> entries(List<FoundForm> found) {
    return found.stream().map(each -> each.form().orElseThrow()).toList();
  }
}
