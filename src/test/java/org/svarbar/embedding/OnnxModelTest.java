package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svarbar.testing.SmallModel;

/** With a real model. */
class OnnxModelTest {

  private static final String NATIVE = "/ai/onnxruntime/native/linux-x64/libonnxruntime.so";

  @TempDir static Path place;

  private static ModelFolder folder;
  private static OnnxModel model;

  @BeforeAll
  static void open() {
    folder = new ModelFolder(SmallModel.in(place));
    model = new OnnxModel(folder, Pooling.MEAN, 128, 1);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static Embedding embedding(String text) {
    return model.embed(List.of(text)).getFirst();
  }

  private static double similarity(String one, String other) {
    return embedding(one).similarity(embedding(other));
  }

  @Test
  void aParaphraseIsNearerThanAnythingElse() {
    var question = "I cannot log in because I forgot my password";
    var paraphrase = similarity(question, "How do I reset my sign-in credentials?");

    assertThat(paraphrase)
        .isGreaterThan(0.15 + similarity(question, "How do I log my working hours?"))
        .isGreaterThan(0.3 + similarity(question, "When is the canteen open?"));
  }

  @Test
  void aTextIsTheSameBesideOthers() {
    var text = "How do I reset my password?";
    var others = "a much longer text ".repeat(40);

    assertThat(model.embed(List.of(others, text)).getLast().similarity(embedding(text)))
        .isEqualTo(embedding(text).similarity(embedding(text)))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void whatIsTooLongIsCutOff() {
    var start = "the printer is out of paper ".repeat(30);

    assertThat(similarity(start, start + "the canteen serves soup ".repeat(300)))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void theTokenizerIsTheModels() {
    // an accent and a capital are nothing to this model, and that is in its tokenizer alone
    assertThat(similarity("Café", "cafe")).isCloseTo(1, within(1e-5));
  }

  @Test
  void otherPoolingGivesAnotherVectorAndAnotherMark() {
    try (var cls = new OnnxModel(folder, Pooling.CLS, 128, 1)) {
      var text = "How do I reset my password?";

      assertThat(cls.embed(List.of(text)).getFirst().similarity(embedding(text))).isLessThan(0.98);
      assertThat(cls.mark()).isNotEqualTo(model.mark());
    }
  }

  /** Else native code would end this process, and the server. */
  @Test
  void mayBeClosedWhileItWorks() throws InterruptedException {
    var closing = new OnnxModel(folder, Pooling.MEAN, 128, 1);
    var text = "a long text, to keep it busy ".repeat(30);
    var ends = new ConcurrentLinkedQueue<Throwable>();
    var threads =
        IntStream.range(0, 3)
            .mapToObj(i -> Thread.ofPlatform().start(() -> embedUntilClosed(closing, text, ends)))
            .toList();

    closing.embed(List.of(text));
    closing.close();
    closing.close();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(ends).hasSize(3).allMatch(EmbeddingsUnavailable.class::isInstance);
  }

  private static void embedUntilClosed(OnnxModel model, String text, Collection<Throwable> ends) {
    try {
      while (true) {
        model.embed(List.of(text));
      }
    } catch (RuntimeException e) {
      ends.add(e);
    }
  }

  @Test
  void filesThatAreNoModelAreRefused() throws IOException {
    var broken = Files.createDirectory(place.resolve("broken"));
    Files.copy(folder.tokenizer(), broken.resolve("tokenizer.json"));
    Files.writeString(broken.resolve("model.onnx"), "nothing of the kind");

    assertThatThrownBy(() -> new OnnxModel(new ModelFolder(broken), Pooling.MEAN, 128, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(broken.toString());
  }

  @Test
  void theTokenizersLibraryIsToldToStayOffline() {
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
  }

  /** Later versions of ONNX Runtime have the address of their makers' collector of events. */
  @Test
  void theRuntimeReportsToNobody() throws IOException {
    try (var library = getClass().getResourceAsStream(NATIVE)) {
      assertThat(new String(library.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("onnxruntime")
          .doesNotContain("OneCollector", "events.data.microsoft.com");
    }
  }
}
