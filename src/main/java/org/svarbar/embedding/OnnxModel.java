package org.svarbar.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.LongStream;

/**
 * A model in this process. Each text goes through it alone: quantised models would give a text
 * another vector beside other texts. Nothing refers to this class but {@link EmbeddingSettings}, so
 * that its libraries may be missing where it is not asked for.
 */
final class OnnxModel implements EmbeddingModel {

  private static final String TOKENS = "input_ids";
  private static final String ATTENTION = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final String POSITIONS = "position_ids";
  private static final Set<String> INPUTS = Set.of(TOKENS, ATTENTION, TYPES, POSITIONS);

  private final String name;
  private final String mark;
  private final Pooling pooling;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param mostTokens of a text; what is longer is cut off
   * @param threads that work on one text
   * @throws IllegalStateException when the folder's files are not such a model
   */
  OnnxModel(ModelFolder folder, Pooling pooling, int mostTokens, int threads) {
    this.pooling = pooling;
    name = String.valueOf(folder.folder().getFileName());
    mark = String.join("/", "onnx", folder.hash(), pooling.word(), Integer.toString(mostTokens));
    try {
      tokenizer = tokenizer(folder, mostTokens);
      environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      session = session(folder, threads);
      output = output();
      embed(List.of("?"));
    } catch (IOException | RuntimeException | OrtException e) {
      throw new IllegalStateException(
          "the embedding model in " + folder.folder() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static HuggingFaceTokenizer tokenizer(ModelFolder folder, int mostTokens)
      throws IOException {
    // else the library tells its makers that it is used, from machines of one cloud at least
    System.setProperty("ai.djl.offline", "true");
    if (System.getProperty("ENGINE_CACHE_DIR") == null) {
      // where it may unpack its native part, instead of the home of the server's user
      var place = System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir"));
      System.setProperty("ENGINE_CACHE_DIR", place);
    }
    return HuggingFaceTokenizer.builder()
        .optTokenizerPath(folder.tokenizer())
        .optTruncation(true)
        .optMaxLength(mostTokens)
        .optPadding(false)
        .build();
  }

  private OrtSession session(ModelFolder folder, int threads) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      return environment.createSession(folder.model().toString(), options);
    }
  }

  /** The first that says something of each token; the model takes nothing that we have not. */
  private String output() throws OrtException {
    for (var input : session.getInputInfo().values()) {
      if (!INPUTS.contains(input.getName())
          || !(input.getInfo() instanceof TensorInfo tensor)
          || tensor.type != OnnxJavaType.INT64) {
        throw new IllegalStateException("it asks for " + input.getName() + ", which we have not");
      }
    }
    return session.getOutputInfo().values().stream()
        .filter(OnnxModel::isOfTokens)
        .map(NodeInfo::getName)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("it says nothing of each token"));
  }

  private static boolean isOfTokens(NodeInfo output) {
    return output.getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.FLOAT
        && tensor.getShape().length == 3;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String mark() {
    return mark;
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }

  /** Closing waits for it: native code that loses its session takes the whole server with it. */
  private Embedding embed(String text) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new EmbeddingsUnavailable("the model is closed");
      }
      return embedded(text);
    } finally {
      use.readLock().unlock();
    }
  }

  private Embedding embedded(String text) {
    var tokens = tokenizer.encode(text).getIds();
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      for (var input : session.getInputNames()) {
        inputs.put(input, tensor(values(input, tokens)));
      }
      return Embedding.of(pooling.of(run(inputs)));
    } catch (OrtException e) {
      throw new EmbeddingsUnavailable("ONNX Runtime fails: " + e.getCode(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private float[][] run(Map<String, OnnxTensor> inputs) throws OrtException {
    try (var result = session.run(inputs, Set.of(output))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static long[] values(String input, long[] tokens) {
    return switch (input) {
      case TOKENS -> tokens;
      case ATTENTION -> ones(tokens.length);
      case POSITIONS -> LongStream.range(0, tokens.length).toArray();
      default -> new long[tokens.length];
    };
  }

  private static long[] ones(int length) {
    var ones = new long[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        tokenizer.close();
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
