package org.svarbar.source;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryImport;
import org.svarbar.knowledge.Reason;
import org.svarbar.knowledge.Visibility;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;

/**
 * A source as somebody wrote it, not yet checked; what was left out is empty, never `null`.
 *
 * @param every in seconds; empty: as usual
 */
public record SourceForm(
    String name,
    String kind,
    String address,
    String connection,
    String language,
    String visibility,
    String group,
    String every,
    boolean enabled) {

  /** What is wrong with it, by the name of the component; empty: {@link #source()} gives it. */
  public Map<String, Reason> wrong(SourceKinds kinds) {
    var wrong = new LinkedHashMap<String, Reason>();
    var reader = kinds.find(kind);
    check(wrong, "name", EntryImport.isSourceName(name), "source-name");
    check(wrong, "kind", reader.isPresent(), "source-kind-unknown", kind);
    check(wrong, "address", address.length() <= Source.LONGEST_ADDRESS, "url-unusable", address);
    check(
        wrong,
        "connection",
        connection.isEmpty() || ConnectionId.isValid(connection),
        "source-connection-unusable",
        kind);
    check(wrong, "language", Languages.find(language).isPresent(), "language-unknown", language);
    check(wrong, "visibility", visible().isPresent(), "visibility-unknown", visibility);
    check(
        wrong,
        "group",
        group.length() <= Source.LONGEST_GROUP,
        "group-too-long",
        Source.LONGEST_GROUP);
    check(wrong, "every", pause().isPresent(), "source-every", Source.SHORTEST.toSeconds());
    if (wrong.isEmpty()) {
      var place = reader.orElseThrow().place();
      reader
          .flatMap(found -> found.refusal(source()))
          .ifPresent(reason -> wrong.put(place.name().toLowerCase(Locale.ROOT), reason));
    }
    return wrong;
  }

  /** Of a form that is right; throws a `NoSuchElementException` otherwise. */
  public Source source() {
    return new Source(
        name,
        kind,
        address.strip(),
        Optional.of(connection).filter(id -> !id.isEmpty()).map(ConnectionId::new),
        Languages.find(language).orElseThrow(),
        visible().orElseThrow(),
        Optional.of(group.strip()).filter(given -> !given.isEmpty()),
        pause().orElseThrow(),
        enabled);
  }

  private Optional<Visibility> visible() {
    return Arrays.stream(Visibility.values())
        .filter(known -> known.name().equalsIgnoreCase(visibility))
        .findFirst();
  }

  private Optional<Duration> pause() {
    if (every.isEmpty()) {
      return Optional.of(Source.USUAL);
    }
    return Optional.of(every)
        .filter(seconds -> seconds.matches("[0-9]{1,8}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .filter(pause -> pause.compareTo(Source.SHORTEST) >= 0)
        .filter(pause -> pause.compareTo(Source.LONGEST) <= 0);
  }

  private static void check(
      Map<String, Reason> wrong, String field, boolean held, String code, Object... values) {
    if (!held) {
      wrong.put(field, Reason.of(code, values));
    }
  }
}
