package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.testing.SmallModel;

/** What an operator may get wrong is refused at the start, with key and value. */
class EmbeddingSettingsTest {

  @TempDir Path place;

  private final OutboundHttp http =
      OutboundHttp.of(
          AllowedHosts.of("http://models.example.com"),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private static EmbeddingSettings settings(Consumer<EmbeddingSettings> change) {
    var settings = new EmbeddingSettings();
    settings.kind = "none";
    settings.folder = Optional.empty();
    settings.pooling = "mean";
    settings.threads = 1;
    settings.address = Optional.empty();
    settings.model = Optional.empty();
    settings.credential = Optional.empty();
    settings.queryPrefix = Optional.empty();
    settings.passagePrefix = Optional.empty();
    settings.mostTokens = 256;
    settings.dimensions = 0;
    settings.longestMillis = 1000;
    change.accept(settings);
    return settings;
  }

  private void refuses(Consumer<EmbeddingSettings> change, String... said) {
    assertThatThrownBy(() -> settings(change).open(http))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(said);
  }

  private Consumer<EmbeddingSettings> onnx(Path folder) {
    return it -> {
      it.kind = "onnx";
      it.folder = Optional.of(folder.toString());
    };
  }

  private Consumer<EmbeddingSettings> endpoint(String address) {
    return it -> {
      it.kind = "endpoint";
      it.address = Optional.of(address);
      it.model = Optional.of("minilm");
    };
  }

  @Test
  void isOffUnlessConfigured() {
    assertThat(settings(it -> {}).open(http)).isEmpty();
  }

  @Test
  void refusesAnUnknownKindAndNumbersOutOfRange() {
    refuses(it -> it.kind = "cloud", "svarbar.embedding.kind", "cloud");
    refuses(it -> it.mostTokens = 7, "svarbar.embedding.most-tokens", "8", "8192", ": 7");
    refuses(it -> it.dimensions = -1, "svarbar.embedding.dimensions", ": -1");
    refuses(it -> it.longestMillis = 9, "svarbar.embedding.longest-millis", ": 9");
  }

  @Test
  void refusesAFolderThatIsNoModel() throws IOException {
    var folder = "svarbar.embedding.onnx.folder";
    refuses(it -> it.kind = "onnx", folder, "must be set");
    refuses(onnx(Path.of("models")), folder, "no absolute path", "models");
    refuses(onnx(place.resolve("none")), folder, place.resolve("none").toString());
    refuses(onnx(place), folder, "has no model.onnx", place.toString());
    Files.writeString(place.resolve("model.onnx"), "x");
    refuses(onnx(place), folder, "has no tokenizer.json", place.toString());
  }

  @Test
  void refusesAPoolingAndDimensionsThatAreNotTheModels() {
    var folder = SmallModel.in(place);
    refuses(
        onnx(folder).andThen(it -> it.pooling = "max"), "svarbar.embedding.onnx.pooling", "max");
    refuses(onnx(folder).andThen(it -> it.threads = 65), "svarbar.embedding.onnx.threads", ": 65");
    refuses(
        onnx(folder).andThen(it -> it.dimensions = 768),
        "svarbar.embedding.dimensions",
        "384",
        ": 768");
  }

  @Test
  void opensAModelThatFits() {
    var opened = settings(onnx(SmallModel.in(place)).andThen(it -> it.dimensions = 384)).open(http);

    assertThat(opened).isPresent();
    assertThat(opened.get().name()).isEqualTo("minilm");
    opened.get().close();
  }

  @Test
  void refusesAnEndpointThatMayNotBeCalled() {
    var address = "svarbar.embedding.endpoint.address";
    refuses(it -> it.kind = "endpoint", address, "must be set");
    refuses(endpoint("http://elsewhere.example.com/v1/embeddings"), address, "elsewhere", "allow");
    refuses(endpoint("no address"), address, "no address");
    refuses(
        endpoint("http://models.example.com/v1/embeddings")
            .andThen(it -> it.model = Optional.of(" ")),
        "svarbar.embedding.endpoint.model");
  }

  @Test
  void anEndpointNeedNotBeThereAtTheStart() {
    assertThat(settings(endpoint("http://models.example.com/v1/embeddings")).open(http))
        .isPresent();
  }
}
