package org.svarbar.knowledge;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.svarbar.embedding.Embedding;
import org.svarbar.embedding.EmbeddingRefused;
import org.svarbar.embedding.Embeddings;
import org.svarbar.embedding.Embeddings.Model;
import org.svarbar.embedding.EmbeddingsUnavailable;
import org.svarbar.platform.BackgroundLoop;

/**
 * Has every entry embedded, beside the index and never in its way. Where embeddings are off there
 * is no such thread.
 */
@ApplicationScoped
class EmbeddingWorker {

  private static final int BATCH = 16;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject Embeddings embeddings;
  @Inject EntryEmbeddings entries;
  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;
  private volatile boolean stopped;
  private volatile String trouble = "";

  /**
   * How far it is.
   *
   * @param model empty: embeddings are off
   * @param behind how many entries have no embedding by this model as they are now
   * @param trouble what keeps it from going on; empty: nothing
   */
  record Standing(Optional<String> model, long behind, String trouble) {}

  void start(@Observes Startup started) {
    embeddings
        .model()
        .ifPresent(
            model -> {
              loop = new BackgroundLoop("embedding", PAUSE, () -> bringUpToDate(model), threads);
              loop.start();
            });
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    stopped = true;
    if (loop != null) {
      loop.stop();
    }
  }

  /** Says that entries have changed; nothing happens where embeddings are off. */
  void wake() {
    if (loop != null) {
      loop.wake();
    }
  }

  Standing standing() {
    return embeddings
        .model()
        .map(it -> new Standing(Optional.of(it.name()), entries.countBehind(it), trouble))
        .orElseGet(() -> new Standing(Optional.empty(), 0, ""));
  }

  private String bringUpToDate(Model model) {
    try {
      var refused = goThrough(model);
      trouble = refused.isEmpty() ? "" : "the model refuses entries " + refused;
    } catch (EmbeddingsUnavailable e) {
      trouble = e.getMessage();
    }
    return trouble;
  }

  /**
   * @return entries that the model refused, while it took others
   */
  private List<Long> goThrough(Model model) {
    var refused = new ArrayList<Long>();
    var last = 0L;
    for (var batch = entries.behind(model, last, BATCH);
        !batch.isEmpty() && !stopped;
        batch = entries.behind(model, last, BATCH)) {
      for (var entry : batch) {
        try {
          entries.save(entry, model, embedded(entry));
        } catch (EmbeddingRefused e) {
          refused.add(entry.id());
        }
      }
      last = batch.getLast().id();
    }
    return refused;
  }

  private List<Embedding> embedded(FaqEntry entry) {
    var all = new ArrayList<>(embeddings.ofQuestions(entry.questions()));
    all.addAll(embeddings.ofPassages(List.of(entry.title() + "\n" + entry.plainText())));
    return List.copyOf(all);
  }
}
