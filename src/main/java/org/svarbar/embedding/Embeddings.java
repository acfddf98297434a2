package org.svarbar.embedding;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.Sha256;

/** The embeddings of texts, where the operator has brought a model. */
@ApplicationScoped
public class Embeddings {

  private static final Logger LOG = System.getLogger(Embeddings.class.getName());

  @Inject EmbeddingSettings settings;
  @Inject OutboundHttp http;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  private Optional<Opened> opened = Optional.empty();

  private record Opened(EmbeddingModel model, Texts texts, BoundedCalls questions, Model shown) {}

  /**
   * The model in use.
   *
   * @param name what people call it
   * @param mark 16 characters, other ones for every change that gives other vectors
   */
  public record Model(String name, String mark) {}

  @PostConstruct
  void open() {
    opened =
        settings
            .open(http)
            .map(
                model ->
                    new Opened(
                        model,
                        settings.texts(),
                        new BoundedCalls(threads, settings.longest(), clock),
                        new Model(model.name(), hash(model.mark() + settings.texts().mark()))));
  }

  /** Wrong settings refuse the start. */
  void start(@Observes Startup started) {
    model().ifPresent(it -> LOG.log(Level.INFO, "embeddings by {0} ({1})", it.name(), it.mark()));
  }

  @PreDestroy
  void close() {
    opened.ifPresent(
        it -> {
          it.questions().close();
          it.model().close();
        });
  }

  /** Empty: embeddings are off. */
  public Optional<Model> model() {
    return opened.map(Opened::shown);
  }

  /**
   * Starts with questions that somebody waits for.
   *
   * @param questions without personal identifiers
   */
  public PendingEmbeddings ask(List<String> questions) {
    return opened
        .map(it -> it.questions().start(() -> embed(it, questions)))
        .orElse(PendingEmbeddings.NONE);
  }

  /**
   * Questions that nobody waits for.
   *
   * @throws EmbeddingsUnavailable when there are none now
   */
  public List<Embedding> ofQuestions(List<String> questions) {
    return embed(on(), questions);
  }

  /**
   * Answers, which nobody waits for.
   *
   * @throws EmbeddingsUnavailable when there are none now
   */
  public List<Embedding> ofPassages(List<String> passages) {
    var model = on();
    return model.model().embed(passages.stream().map(model.texts()::passage).toList());
  }

  private Opened on() {
    return opened.orElseThrow(() -> new IllegalStateException("embeddings are off"));
  }

  private static List<Embedding> embed(Opened model, List<String> questions) {
    return model.model().embed(questions.stream().map(model.texts()::question).toList());
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, 16);
  }
}
