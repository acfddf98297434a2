package org.svarbar.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.platform.OutboundHttp;

/** The operator's choice of a model; what cannot be right is refused with key and value. */
@ApplicationScoped
class EmbeddingSettings {

  private static final String PREFIX = "svarbar.embedding.";
  private static final String KIND = PREFIX + "kind";
  private static final String FOLDER = PREFIX + "onnx.folder";
  private static final String POOLING = PREFIX + "onnx.pooling";
  private static final String THREADS = PREFIX + "onnx.threads";
  private static final String ADDRESS = PREFIX + "endpoint.address";
  private static final String MODEL = PREFIX + "endpoint.model";
  private static final String CREDENTIAL = PREFIX + "endpoint.credential";
  private static final String QUERY_PREFIX = PREFIX + "query-prefix";
  private static final String PASSAGE_PREFIX = PREFIX + "passage-prefix";
  private static final String MOST_TOKENS = PREFIX + "most-tokens";
  private static final String DIMENSIONS = PREFIX + "dimensions";
  private static final String LONGEST = PREFIX + "longest-millis";

  @Inject
  @ConfigProperty(name = KIND)
  String kind;

  @Inject
  @ConfigProperty(name = FOLDER)
  Optional<String> folder;

  @Inject
  @ConfigProperty(name = POOLING)
  String pooling;

  @Inject
  @ConfigProperty(name = THREADS)
  int threads;

  @Inject
  @ConfigProperty(name = ADDRESS)
  Optional<String> address;

  @Inject
  @ConfigProperty(name = MODEL)
  Optional<String> model;

  @Inject
  @ConfigProperty(name = CREDENTIAL)
  Optional<String> credential;

  @Inject
  @ConfigProperty(name = QUERY_PREFIX)
  Optional<String> queryPrefix;

  @Inject
  @ConfigProperty(name = PASSAGE_PREFIX)
  Optional<String> passagePrefix;

  @Inject
  @ConfigProperty(name = MOST_TOKENS)
  int mostTokens;

  @Inject
  @ConfigProperty(name = DIMENSIONS)
  int dimensions;

  @Inject
  @ConfigProperty(name = LONGEST)
  int longestMillis;

  /**
   * The model that they name; empty: none.
   *
   * @throws IllegalStateException when a setting cannot be right
   */
  Optional<EmbeddingModel> open(OutboundHttp http) {
    range(MOST_TOKENS, mostTokens, 8, 8192);
    range(DIMENSIONS, dimensions, 0, 8192);
    range(LONGEST, longestMillis, 10, 10_000);
    return switch (kind) {
      case "none" -> Optional.empty();
      case "onnx" -> Optional.of(onnx());
      case "endpoint" -> Optional.of(endpoint(http));
      default -> throw refused(KIND, kind, "is none of none, onnx, endpoint");
    };
  }

  private EmbeddingModel onnx() {
    range(THREADS, threads, 1, 64);
    var place = ModelFolder.of(FOLDER, given(FOLDER, folder));
    var opened = opened(place, Pooling.of(POOLING, pooling));
    var found = opened.embed(List.of("?")).getFirst().dimensions();
    if (dimensions != 0 && dimensions != found) {
      opened.close();
      throw refused(
          DIMENSIONS, Integer.toString(dimensions), "is not what the model gives, " + found);
    }
    return opened;
  }

  private EmbeddingModel opened(ModelFolder place, Pooling how) {
    try {
      return new OnnxModel(place, how, mostTokens, threads);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          KIND + " is onnx, and this server has no module org.svarbar.onnxruntime that runs here",
          e);
    }
  }

  private EmbeddingModel endpoint(OutboundHttp http) {
    var written = given(ADDRESS, address);
    var uri = uri(written);
    var refusals = http.allowed().refusals(uri);
    if (!refusals.isEmpty()) {
      throw refused(ADDRESS, written, "may not be called: " + String.join("; ", refusals));
    }
    return new EndpointModel(
        http, new Endpoint(uri, given(MODEL, model), credential), dimensions, mostTokens);
  }

  private static URI uri(String written) {
    try {
      return URI.create(written);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(ADDRESS + " is no address: " + written, e);
    }
  }

  Texts texts() {
    return new Texts(queryPrefix.orElse(""), passagePrefix.orElse(""), mostTokens);
  }

  /** How long a question may take. */
  Duration longest() {
    return Duration.ofMillis(longestMillis);
  }

  private static String given(String key, Optional<String> value) {
    return value
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .orElseThrow(() -> refused(key, "", "must be set for this " + KIND));
  }

  private static void range(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw refused(key, Integer.toString(value), "is not between " + least + " and " + most);
    }
  }

  private static IllegalStateException refused(String key, String value, String why) {
    return new IllegalStateException(key + " " + why + ": " + value);
  }
}
