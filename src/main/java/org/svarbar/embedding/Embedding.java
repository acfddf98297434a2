package org.svarbar.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What a text means, as a direction: a vector of length 1. Immutable. */
public final class Embedding {

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * @param raw what a model gave; of any length but 0
   * @throws EmbeddingsUnavailable when it points nowhere
   */
  static Embedding of(float[] raw) {
    var squares = 0.0;
    for (var each : raw) {
      squares += each * (double) each;
    }
    if (squares == 0 || !Double.isFinite(squares)) {
      throw new EmbeddingsUnavailable("the model gave a vector without a direction");
    }
    var length = Math.sqrt(squares);
    var values = new float[raw.length];
    for (var i = 0; i < raw.length; i++) {
      values[i] = (float) (raw[i] / length);
    }
    return new Embedding(values);
  }

  public int dimensions() {
    return values.length;
  }

  float[] values() {
    return values.clone();
  }

  /**
   * The cosine of the angle between the two, −1 to 1.
   *
   * @throws IllegalArgumentException when they are not of one space
   */
  public double similarity(Embedding other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          "vectors of " + values.length + " and " + other.values.length + " dimensions");
    }
    var sum = 0f;
    for (var i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return Math.clamp(sum, -1, 1);
  }

  /** One after the other, two bytes a number: half the usual precision is more than is needed. */
  public static byte[] pack(List<Embedding> embeddings) {
    var numbers = embeddings.stream().mapToInt(Embedding::dimensions).sum();
    var buffer = ByteBuffer.allocate(2 * numbers).order(ByteOrder.LITTLE_ENDIAN);
    for (var embedding : embeddings) {
      for (var value : embedding.values) {
        buffer.putShort(Float.floatToFloat16(value));
      }
    }
    return buffer.array();
  }

  /** Takes {@link #pack} back, with what half the precision has cost. */
  public static List<Embedding> unpack(byte[] packed, int dimensions) {
    var buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    var embeddings = new ArrayList<Embedding>();
    while (buffer.remaining() >= 2 * dimensions) {
      var values = new float[dimensions];
      for (var i = 0; i < dimensions; i++) {
        values[i] = Float.float16ToFloat(buffer.getShort());
      }
      embeddings.add(new Embedding(values));
    }
    return List.copyOf(embeddings);
  }
}
