package org.svarbar.source;

import java.util.List;
import java.util.Optional;
import org.svarbar.knowledge.Reason;

/**
 * Reads one kind of source. Implementations are stateless application-scoped beans that are found
 * by themselves.
 *
 * <p>A source consists of items, which are read in one go and change as a whole: an article, a
 * page, a file. For each item that is there, a reader calls {@link SourceRun#take} or {@link
 * SourceRun#unchanged}; an item that is named by neither is gone, and its entries are retired. So a
 * reader that cannot tell whether an item is still there says `unchanged`, and one that cannot read
 * the source at all throws.
 */
public interface SourceReader {

  /** The name by which sources choose it, such as `web`. */
  String kind();

  /** What tells where such a source is. */
  Place place();

  /** Which places the operator allowed besides those that Svarbar may call, for a form's hint. */
  default List<String> allowed() {
    return List.of();
  }

  /** Why such a source cannot be, as far as can be told without calling anybody. */
  Optional<Reason> refusal(Source source);

  /**
   * Names all items that there are. Runs on a thread of its own, in no transaction.
   *
   * @throws SourceUnavailable when it cannot be read; what was taken stays, nothing is retired
   * @throws RuntimeException the same, by a fault of ours
   */
  void read(Source source, SourceRun run);

  /** What tells where a source is. */
  enum Place {
    /** an address or path of its own */
    ADDRESS,
    /** the helpdesk of a connection */
    CONNECTION
  }
}
