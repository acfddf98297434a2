package org.svarbar.embedding;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;

/** A model behind an endpoint that speaks as OpenAI's `/v1/embeddings` does. */
final class EndpointModel implements EmbeddingModel {

  private static final int MOST_TEXTS = 32;

  /** Endpoints refuse what is too long for their model; dense text has that few to a token. */
  private static final int CHARACTERS_OF_TOKEN = 3;

  /** What is wrong with the text, as far as that can be known. */
  private static final Set<Integer> OF_THE_TEXT = Set.of(400, 413, 422);

  private final OutboundHttp http;
  private final Endpoint endpoint;
  private final int mostCharacters;

  /** What every vector must have; 0 until the first has come. */
  private final AtomicInteger dimensions;

  private final String mark;

  /**
   * @param dimensions of its vectors; 0: as many as the first one has
   */
  EndpointModel(OutboundHttp http, Endpoint endpoint, int dimensions, int mostTokens) {
    this.http = http;
    this.endpoint = endpoint;
    this.dimensions = new AtomicInteger(dimensions);
    mostCharacters = CHARACTERS_OF_TOKEN * mostTokens;
    mark = String.join("/", "endpoint", endpoint.model(), Integer.toString(mostTokens));
  }

  @Override
  public String name() {
    return endpoint.model();
  }

  @Override
  public String mark() {
    return mark;
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    var embeddings = new ArrayList<Embedding>();
    for (var i = 0; i < texts.size(); i += MOST_TEXTS) {
      embeddings.addAll(ask(texts.subList(i, Math.min(texts.size(), i + MOST_TEXTS))));
    }
    return List.copyOf(embeddings);
  }

  private List<Embedding> ask(List<String> texts) {
    var reply = send(call(texts));
    if (OF_THE_TEXT.contains(reply.status())) {
      throw new EmbeddingRefused(endpoint + " answers " + reply.status());
    }
    if (!reply.isSuccess()) {
      throw new EmbeddingsUnavailable(endpoint + " answers " + reply.status());
    }
    try {
      return read(Json.object(reply.text()), texts.size());
    } catch (UnreadableJson | ClassCastException | NullPointerException e) {
      throw new EmbeddingsUnavailable(endpoint + " does not answer as such an endpoint does", e);
    }
  }

  private OutboundReply send(OutboundCall call) {
    try {
      return http.send(call);
    } catch (OutboundFailed e) {
      throw new EmbeddingsUnavailable(endpoint + " does not answer", e);
    }
  }

  private OutboundCall call(List<String> texts) {
    var input = Json.createArrayBuilder();
    texts.stream()
        .map(text -> text.substring(0, Math.min(mostCharacters, text.length())))
        .forEach(input::add);
    var body =
        Json.createObjectBuilder()
            .add("model", endpoint.model())
            .add("input", input)
            .add("encoding_format", "float")
            .build();
    var call = OutboundCall.json("POST", endpoint.address(), body.toString());
    return endpoint.credential().map(it -> call.with("Authorization", "Bearer " + it)).orElse(call);
  }

  /** In the order of the texts, whatever the order of the answer. */
  private List<Embedding> read(JsonObject said, int count) {
    var embeddings = new Embedding[count];
    for (var each : said.getJsonArray("data").getValuesAs(JsonObject.class)) {
      var index = each.getInt("index");
      if (index < 0 || index >= count) {
        throw new EmbeddingsUnavailable(endpoint + " answers what it was not asked");
      }
      embeddings[index] = checked(embedding(each.getJsonArray("embedding")));
    }
    for (var each : embeddings) {
      if (each == null) {
        throw new EmbeddingsUnavailable(endpoint + " answers less than it was asked");
      }
    }
    return List.of(embeddings);
  }

  private static Embedding embedding(JsonArray numbers) {
    var values = new float[numbers.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = (float) ((JsonNumber) numbers.get(i)).doubleValue();
    }
    return Embedding.of(values);
  }

  private Embedding checked(Embedding embedding) {
    dimensions.compareAndSet(0, embedding.dimensions());
    if (dimensions.get() != embedding.dimensions()) {
      throw new EmbeddingsUnavailable(
          "%s gives vectors of %d dimensions and not of %d, see svarbar.embedding.dimensions"
              .formatted(endpoint, embedding.dimensions(), dimensions.get()));
    }
    return embedding;
  }

  @Override
  public void close() {
    // the way out is not this model's
  }
}
