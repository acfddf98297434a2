package org.svarbar.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many requests at once for each key, and so many more each second. Remembers the keys that came
 * last; thread-safe.
 */
public final class RateLimit {

  private static final int MOST_KEYS = 20_000;
  private static final int NETWORK_BYTES = 8;
  private static final double NANOS = 1e9;

  private final double burst;
  private final double perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * Whom an address stands for: of version 6 its network, for one customer has more addresses than
   * can be counted.
   *
   * @throws UnknownHostException when it is none
   */
  public static String network(String address) throws UnknownHostException {
    var bytes = InetAddress.getByName(address).getAddress();
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
  }

  private record Bucket(double left, long at) {}

  /**
   * @param burst how many at once
   * @param perSecond how many more each second
   */
  public RateLimit(double burst, double perSecond) {
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /**
   * Takes one request of what is left for `key`.
   *
   * @param nanos now, on a clock that only goes forward
   * @return whether there was one
   */
  public synchronized boolean takes(String key, long nanos) {
    var known = buckets.getOrDefault(key, new Bucket(burst, nanos));
    var grown = known.left() + Math.max(0, nanos - known.at()) / NANOS * perSecond;
    var left = Math.min(burst, grown);
    var takes = left >= 1;
    buckets.put(key, new Bucket(takes ? left - 1 : left, nanos));
    return takes;
  }

  /** After how many seconds another one is let in that was refused now; at least 1. */
  public long secondsToWait() {
    return Math.max(1, (long) Math.ceil(1 / perSecond));
  }
}
