package org.svarbar.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.WorkLoop.Lease;

/** A run of the worker that has the source's lease. */
final class LeasedRun implements SourceRun {

  private static final int AT_A_TIME = 200;
  private static final long PROGRESS_NANOS = 500_000_000;

  private final SourceRuns runs;
  private final Lease lease;
  private final SourceRuns.Begun begun;
  private final Set<String> unchanged = new HashSet<>();
  private final List<Refused> refused = new ArrayList<>();
  private long toldAt = System.nanoTime() - PROGRESS_NANOS;

  LeasedRun(SourceRuns runs, Lease lease, SourceRuns.Begun begun) {
    this.runs = runs;
    this.lease = lease;
    this.begun = begun;
  }

  @Override
  public Optional<String> remembered(String item) {
    return runs.remembered(begun.id(), item);
  }

  @Override
  public void unchanged(String item) {
    unchanged.add(item);
    if (unchanged.size() >= AT_A_TIME) {
      tellUnchanged();
    }
  }

  @Override
  public void take(String item, String memory, List<FoundForm> entries) {
    if (item.length() > LONGEST_ITEM || memory.length() > LONGEST_MEMORY) {
      throw new IllegalArgumentException("too long a name or memory of an item");
    }
    runs.take(lease, item, memory, entries.stream().map(this::completed).toList());
  }

  @Override
  public void refuse(String place, Reason reason) {
    refused.add(new Refused(place, List.of(reason)));
  }

  @Override
  public void progress(int done, int total) {
    if (Thread.currentThread().isInterrupted()) {
      throw new RunEnded(RunEnded.By.LOSING_IT);
    }
    if (System.nanoTime() - toldAt >= PROGRESS_NANOS) {
      runs.progress(lease, done, total);
      toldAt = System.nanoTime();
    }
  }

  /** The reader is through. */
  void finish() {
    tellUnchanged();
    runs.finish(lease, refused);
  }

  private void tellUnchanged() {
    if (!unchanged.isEmpty()) {
      runs.unchanged(lease, Set.copyOf(unchanged));
      unchanged.clear();
    }
  }

  private FoundForm completed(FoundForm found) {
    return found.form().map(form -> FoundForm.of(found.place(), completed(form))).orElse(found);
  }

  private EntryForm completed(EntryForm form) {
    var source = begun.source();
    var own = source.visibility().name();
    var isInternal = source.visibility() == org.svarbar.knowledge.Visibility.INTERNAL;
    return new EntryForm(
        form.key(),
        form.language().isEmpty() ? source.language().toLanguageTag() : form.language(),
        form.visibility().isEmpty() || isInternal ? own : form.visibility(),
        form.group().isEmpty() ? source.group().orElse("") : form.group(),
        form.questions(),
        form.answer(),
        form.format(),
        form.url(),
        form.reviewOn());
  }
}
