package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.knowledge.Reason;

/** The helpdesks that sources belong to. */
@ApplicationScoped
class HelpdeskOfSource {

  @Inject Connections connections;

  /** Why the source's connection is none of this kind that can be called. */
  Optional<Reason> refusal(Source source, String kind) {
    return source
            .connection()
            .flatMap(connections::find)
            .filter(found -> found.kind().equals(kind) && found.baseUrl().isPresent())
            .isPresent()
        ? Optional.empty()
        : Optional.of(Reason.of("source-connection-unusable", kind));
  }

  /** Why the source's connection is none that can be called. */
  Optional<Reason> refusal(Source source) {
    return source
            .connection()
            .flatMap(connections::find)
            .filter(found -> found.baseUrl().isPresent())
            .isPresent()
        ? Optional.empty()
        : Optional.of(Reason.of("source-connection-unusable", "–"));
  }

  /**
   * @throws SourceUnavailable when it is gone
   */
  Connection of(Source source) {
    return source
        .connection()
        .flatMap(connections::find)
        .orElseThrow(() -> new SourceUnavailable(Reason.of("source-connection-unusable", "–")));
  }

  /**
   * @throws SourceUnavailable when it is gone, or is of another kind now
   */
  Connection of(Source source, String kind) {
    refusal(source, kind)
        .ifPresent(
            reason -> {
              throw new SourceUnavailable(reason);
            });
    return connections.find(source.connection().orElseThrow()).orElseThrow();
  }
}
