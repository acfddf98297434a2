package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.svarbar.embedding.Embedding;
import org.svarbar.embedding.Embeddings;
import org.svarbar.embedding.Embeddings.Model;
import org.svarbar.embedding.PendingEmbeddings;
import org.svarbar.knowledge.EntryEmbeddings;
import org.svarbar.redaction.Redaction;

/** Compares entries with questions by what they mean, where the operator has brought a model. */
@ApplicationScoped
class Meanings {

  @Inject Embeddings embeddings;
  @Inject EntryEmbeddings entries;
  @Inject SuggestionSettings settings;

  boolean areOn() {
    return embeddings.model().isPresent();
  }

  Optional<String> model() {
    return embeddings.model().map(Model::name);
  }

  /** Starts on the questions; the model, which may be on another machine, sees no identifiers. */
  PendingEmbeddings ask(List<Question> questions) {
    return areOn()
        ? embeddings.ask(questions.stream().map(Meanings::text).toList())
        : PendingEmbeddings.NONE;
  }

  private static String text(Question question) {
    return Redaction.of((question.subject() + "\n" + question.text()).strip()).text();
  }

  Nearness near(Embedding question, Collection<Long> ids) {
    return embeddings
        .model()
        .map(it -> entries.similarities(question, ids, it))
        .map(it -> Nearness.of(it, settings.similarityWeight()))
        .orElse(Nearness.UNKNOWN);
  }
}
