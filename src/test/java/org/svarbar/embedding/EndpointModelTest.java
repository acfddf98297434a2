package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.testing.EmbeddingEndpoint;

/** Against a real HTTP server. */
class EndpointModelTest {

  private static final OutboundHttp HTTP =
      OutboundHttp.of(
          AllowedHosts.of("http://127.0.0.1:*"), Duration.ofSeconds(5), Duration.ofSeconds(20));

  private static EndpointModel model(EmbeddingEndpoint endpoint, int dimensions) {
    return new EndpointModel(
        HTTP, new Endpoint(endpoint.address(), "minilm", Optional.of("s3cret")), dimensions, 100);
  }

  private static float[] length(String text) {
    return new float[] {text.length(), 1};
  }

  @Test
  void givesEachTextItsOwnVector() {
    try (var endpoint = new EmbeddingEndpoint(EndpointModelTest::length);
        var model = model(endpoint, 0)) {
      var texts = IntStream.range(1, 71).mapToObj("x"::repeat).toList();

      var embeddings = model.embed(texts);

      assertThat(embeddings).hasSize(70);
      for (var i = 0; i < 70; i++) {
        assertThat(embeddings.get(i).similarity(Embedding.of(length(texts.get(i)))))
            .isCloseTo(1, within(1e-6));
      }
      assertThat(endpoint.calls()).hasSize(3);
      assertThat(endpoint.calls().getFirst().model()).isEqualTo("minilm");
      assertThat(endpoint.calls().getFirst().authorization()).isEqualTo("Bearer s3cret");
    }
  }

  @Test
  void sendsNoMoreOfATextThanTheModelTakes() {
    try (var endpoint = new EmbeddingEndpoint(EndpointModelTest::length);
        var model = model(endpoint, 0)) {
      model.embed(List.of("x".repeat(5000)));

      assertThat(endpoint.calls().getFirst().texts().getFirst()).hasSize(300);
    }
  }

  @Test
  void takesNoVectorsOfAnotherSpace() {
    try (var endpoint = new EmbeddingEndpoint(EndpointModelTest::length);
        var model = model(endpoint, 384)) {
      assertThatThrownBy(() -> model.embed(List.of("text")))
          .isInstanceOf(EmbeddingsUnavailable.class)
          .hasMessageContaining("of 2 dimensions and not of 384")
          .hasMessageContaining("svarbar.embedding.dimensions");
    }
  }

  @Test
  void saysWhetherTheTextIsRefusedOrTheModelAway() {
    var endpoint = new EmbeddingEndpoint(EndpointModelTest::length);
    try (var model = model(endpoint, 0)) {
      endpoint.answerWith(413);
      assertThatThrownBy(() -> model.embed(List.of("text"))).isInstanceOf(EmbeddingRefused.class);
      for (var status : List.of(401, 404, 429, 500)) {
        endpoint.answerWith(status);
        assertThatThrownBy(() -> model.embed(List.of("text")))
            .isInstanceOf(EmbeddingsUnavailable.class)
            .hasMessageContaining("minilm at http://127.0.0.1:")
            .hasMessageContaining(Integer.toString(status))
            .hasMessageNotContaining("s3cret");
      }
      endpoint.close();
      assertThatThrownBy(() -> model.embed(List.of("text")))
          .isInstanceOf(EmbeddingsUnavailable.class);
    }
  }
}
