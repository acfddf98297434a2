package org.svarbar.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.knowledge.FollowReport.Change;
import org.svarbar.knowledge.FollowReport.What;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.knowledge.Reason;
import org.svarbar.knowledge.Visibility;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Json;
import org.svarbar.source.LastRun.ChangedEntry;
import org.svarbar.source.LastRun.Outcome;
import org.svarbar.ticket.ConnectionId;

/** A source's row: its settings, its place in the queue, and its last run. */
@Entity
@Table(name = "sources")
class StoredSource {

  private static final int SHOWN = 100;
  private static final int LONGEST_TITLE = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 60)
  String name;

  @Column(nullable = false, length = 40)
  String kind;

  @Column(nullable = false, length = Source.LONGEST_ADDRESS)
  String address;

  @Column(name = "connection_id", length = 40)
  String connectionId;

  @Column(nullable = false, length = 2)
  String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8)
  Visibility visibility;

  @Column(name = "group_name", length = Source.LONGEST_GROUP)
  String group;

  @Column(name = "every_seconds", nullable = false)
  int everySeconds;

  @Column(nullable = false)
  boolean enabled;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Column(nullable = false)
  long run;

  @Column(name = "settled_run", nullable = false)
  long settledRun;

  @Column(name = "cancel_requested", nullable = false)
  boolean cancelRequested;

  @Column(name = "removal_confirmed", nullable = false)
  boolean removalConfirmed;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  Outcome outcome;

  @Column(name = "progress_done", nullable = false)
  int done;

  @Column(name = "progress_total", nullable = false)
  int total;

  @Column(nullable = false)
  int added;

  @Column(nullable = false)
  int changed;

  @Column(nullable = false)
  int unchanged;

  @Column(nullable = false)
  int removed;

  @Column(nullable = false)
  int refused;

  @Column(nullable = false, length = 100_000)
  String changes = "[]";

  @Column(nullable = false, length = 200_000)
  String refusals = "[]";

  @Column(length = 4000)
  String failure;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected StoredSource() {}

  StoredSource(Source source, Instant now) {
    name = source.name();
    createdAt = now;
    attempts = Attempts.dueAt(now);
    change(source, now);
  }

  /** Takes over the settings; it is read at once with them, if it is read by itself at all. */
  void change(Source source, Instant now) {
    kind = source.kind();
    address = source.address();
    connectionId = source.connection().map(ConnectionId::value).orElse(null);
    language = source.language().getLanguage();
    visibility = source.visibility();
    group = source.group().orElse(null);
    everySeconds = (int) source.every().toSeconds();
    enabled = source.enabled();
    changedAt = now;
    attempts.replay(now);
    if (!enabled) {
      attempts.done(now);
    }
  }

  Source source() {
    return new Source(
        name,
        kind,
        address,
        Optional.ofNullable(connectionId).map(ConnectionId::new),
        Locale.of(language),
        visibility,
        Optional.ofNullable(group),
        Duration.ofSeconds(everySeconds),
        enabled);
  }

  /** A run begins; one that never ended is gone on with. */
  void begin(Instant now) {
    run++;
    cancelRequested = false;
    if (startedAt != null && endedAt == null) {
      return;
    }
    startedAt = now;
    endedAt = null;
    outcome = null;
    failure = null;
    done = 0;
    total = 0;
    added = 0;
    changed = 0;
    unchanged = 0;
    removed = 0;
    refused = 0;
    changes = "[]";
    refusals = "[]";
  }

  void count(Collection<Change> more) {
    if (more.isEmpty()) {
      return;
    }
    added += (int) more.stream().filter(change -> change.what() == What.ADDED).count();
    changed += (int) more.stream().filter(change -> change.what() == What.CHANGED).count();
    removed += (int) more.stream().filter(change -> change.what() == What.REMOVED).count();
    var shown = new ArrayList<>(List.of(Json.read(changes, ChangedEntry[].class)));
    more.stream().limit(SHOWN - shown.size()).map(StoredSource::shown).forEach(shown::add);
    changes = Json.write(shown);
  }

  void refuse(List<Refused> all) {
    refused = all.size();
    refusals = Json.write(all.stream().limit(SHOWN).toList());
  }

  /** The run ended; the next one is due in its time, or when the source asked for it. */
  void end(Outcome how, Optional<Reason> why, Duration pause, Instant now) {
    outcome = how;
    failure = why.map(Json::write).orElse(null);
    endedAt = now;
    cancelRequested = false;
    attempts.again(now, pause);
    if (!enabled) {
      attempts.done(now);
    }
  }

  SourceStanding standing(Instant now) {
    var isOpen = attempts.state() == Attempts.State.OPEN;
    var isRunning = isOpen && attempts.isLeased(now);
    return new SourceStanding(
        source(),
        isRunning,
        isOpen && !attempts.dueAt().isAfter(now),
        Optional.of(attempts.dueAt()).filter(due -> isOpen && !isRunning),
        Optional.ofNullable(startedAt).map(this::lastRun));
  }

  private LastRun lastRun(Instant started) {
    return new LastRun(
        started,
        Optional.ofNullable(endedAt),
        Optional.ofNullable(outcome),
        done,
        total,
        added,
        changed,
        unchanged,
        removed,
        refused,
        List.of(Json.read(changes, ChangedEntry[].class)),
        List.of(Json.read(refusals, Refused[].class)),
        Optional.ofNullable(failure).map(reason -> Json.read(reason, Reason.class)));
  }

  private static ChangedEntry shown(Change change) {
    return new ChangedEntry(
        change.what().name().toLowerCase(Locale.ROOT),
        change.entry(),
        change.name().key(),
        change.name().language().toLanguageTag(),
        change.title().length() <= LONGEST_TITLE
            ? change.title()
            : change.title().substring(0, LONGEST_TITLE) + "…");
  }
}
