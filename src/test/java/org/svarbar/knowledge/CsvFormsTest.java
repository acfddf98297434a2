package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormsTest {

  private static final String HEAD = "key,language,visibility,question,answer\n";

  @Test
  void readsAllColumns() {
    var found =
        read(
            "Key,language,visibility,group,question,question2,answer,url,review_on,format,unknown\n"
                + "a,sv,public,billing,Hur?,När?,\"Så,"
                + " här\",https://x.example,2027-01-31,html,x\n");

    var form = found.getFirst().form().orElseThrow();
    assertThat(form)
        .isEqualTo(
            new EntryForm(
                "a",
                "sv",
                "public",
                "billing",
                List.of("Hur?", "När?"),
                "Så, här",
                "html",
                "https://x.example",
                "2027-01-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheDelimiterOut(String delimiter) {
    var text = (HEAD + "a,sv,public,Hur?,Så\n").replace(",", delimiter);

    assertThat(read(text).getFirst().form().orElseThrow().answer()).isEqualTo("Så");
  }

  @Test
  void readsSeveralQuestionsFromOneCell() {
    var found = read("key,language,visibility,questions,answer\na,sv,public,\"Hur?\nNär?\",Så\n");

    assertThat(found.getFirst().form().orElseThrow().questions()).containsExactly("Hur?", "När?");
  }

  @Test
  void passesOverAByteOrderMarkAndEmptyRows() {
    var found = read("\uFEFF" + HEAD + "\n,,,,\na,sv,public,Hur?,Så\n");

    assertThat(found).extracting(FoundForm::place).containsExactly("4");
    assertThat(found.getFirst().reasons()).isEmpty();
  }

  @Test
  void namesTheRowThatIsRefused() {
    var found = read(HEAD + "a,sv,public,Hur?,Så\nb,sv,public,Hur?,\nc,sv,public,Hur?,Så,extra\n");

    assertThat(found).extracting(FoundForm::place).containsExactly("2", "3", "4");
    assertThat(found.get(0).reasons()).isEmpty();
    assertThat(found.get(1).reasons()).extracting(Reason::code).containsExactly("answer-missing");
    assertThat(found.get(2).reasons())
        .containsExactly(new Reason("csv-too-many-cells", List.of("6", "5")));
  }

  @Test
  void takesARowThatEndsEarly() {
    var found = read(HEAD + "a,sv,public,Hur?\n");

    assertThat(found.getFirst().reasons())
        .extracting(Reason::code)
        .containsExactly("answer-missing");
  }

  @Test
  void refusesAFileThatIsNotUtf8() {
    var latin = (HEAD + "a,sv,public,När?,Så\n").getBytes(Charset.forName("ISO-8859-1"));

    assertThat(refusal(latin)).isEqualTo("not-utf-8");
  }

  @Test
  void refusesAFileWithoutAColumn() {
    assertThat(refusal("key,language,question,answer\na,sv,Hur?,Så\n"))
        .isEqualTo("csv-column-missing");
    assertThat(refusal("key,language,visibility,answer\na,sv,public,Så\n"))
        .isEqualTo("csv-column-missing");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(refusal("")).isEqualTo("csv-empty");
  }

  @Test
  void refusesAFileWhoseQuotationMarkNeverEnds() {
    assertThat(refusal(HEAD + "a,sv,public,Hur?,\"Så\nb,sv,public,Hur?,Så\n"))
        .isEqualTo("csv-broken");
  }

  private static List<FoundForm> read(String text) {
    return CsvForms.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(byte[] file) {
    return catchThrowableOfType(UnreadableImport.class, () -> CsvForms.read(file)).reason().code();
  }
}
