package org.svarbar.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What a webhook and everything that follows from it have in common: in rows, in log lines and in
 * calls to others. It says nothing by itself.
 *
 * @param id 32 hexadecimal digits in lower case, not all 0: a trace-id of W3C Trace Context
 */
public record Correlation(String id) {

  /** The header in which others hand theirs over, and get ours (W3C Trace Context, level 1). */
  public static final String TRACEPARENT = "traceparent";

  /** The header in which the sender of a webhook is told it. */
  public static final String HEADER = "Svarbar-Correlation";

  /** By this name log lines carry it. */
  private static final String IN_LOG = "correlation";

  private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

  /** Of later versions than 00 more may follow; ff is none. */
  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
              + "(?:(?<!^00.{53})-.{0,200})?");

  public Correlation {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no trace-id: " + id);
    }
  }

  /** A new one, which nothing else has. */
  public static Correlation made() {
    return new Correlation(UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * The one that a sender hands over.
   *
   * @param traceparent the header's value; empty: it sent none
   * @return empty: what it sent is none
   */
  public static Optional<Correlation> of(Optional<String> traceparent) {
    return traceparent
        .map(value -> PARENT.matcher(value.strip()))
        .filter(Matcher::matches)
        .map(read -> new Correlation(read.group(1)));
  }

  /** The one that this thread works for now. */
  public static Optional<Correlation> current() {
    return Optional.ofNullable((String) MDC.get(IN_LOG)).map(Correlation::new);
  }

  /** Does it on this thread, and has what is logged and called meanwhile carry this. */
  public <T> T during(Supplier<T> work) {
    var before = current();
    MDC.put(IN_LOG, id);
    try {
      return work.get();
    } finally {
      before.ifPresentOrElse(it -> MDC.put(IN_LOG, it.id()), () -> MDC.remove(IN_LOG));
    }
  }

  /** As {@link #during(Supplier)}. */
  public void run(Runnable work) {
    during(
        () -> {
          work.run();
          return this;
        });
  }

  /** For a call that follows from it: a header of version 00, sampled, of a span of its own. */
  String traceparent() {
    return "00-%s-%016x-01".formatted(id, UUID.randomUUID().getLeastSignificantBits());
  }
}
