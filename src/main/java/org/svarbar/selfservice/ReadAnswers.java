package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.selfservice.SessionEvent.Kind;
import org.svarbar.selfservice.TriedAnswers.Tried;

/** Sums up what was done with the answers that a customer opened. */
@ApplicationScoped
class ReadAnswers {

  @Inject FaqEntries entries;

  /** An answer that was opened; `entry` is as it is now. */
  record ReadAnswer(FaqEntry entry, Tried tried) {}

  /** In the order in which they were opened first; without those that there are no more. */
  List<ReadAnswer> of(HelpSession session) {
    var tried = tried(session);
    var known = entries.findAll(tried.keySet());
    var read = new ArrayList<ReadAnswer>();
    tried.forEach(
        (id, what) ->
            Optional.ofNullable(known.get(id))
                .ifPresent(entry -> read.add(new ReadAnswer(entry, what.of(entry.title())))));
    return read;
  }

  TriedAnswers tried(LinkedSession linked) {
    var byName = new HashMap<List<String>, Tried>();
    of(linked.session())
        .forEach(
            answer ->
                byName.merge(
                    List.of(answer.entry().source(), answer.entry().key()),
                    answer.tried(),
                    ReadAnswers::together));
    var searched =
        linked.session().events().stream()
            .anyMatch(it -> it.kind() == Kind.SEARCH || it.kind() == Kind.QUESTION);
    return new TriedAnswers(linked.quality() != MatchQuality.PROBABLE, searched, byName);
  }

  private static Map<Long, Tried> tried(HelpSession session) {
    var tried = new LinkedHashMap<Long, Tried>();
    for (var event : session.events()) {
      switch (event.kind()) {
        case OPENED, READ, VOTE ->
            tried.merge(
                event.entries().getFirst(),
                new Tried("", event.seconds(), event.helpful()),
                ReadAnswers::together);
        default -> {}
      }
    }
    return tried;
  }

  /** What was said last counts. */
  private static Tried together(Tried before, Tried after) {
    return new Tried(
        before.title(), before.seconds() + after.seconds(), after.helpful().or(before::helpful));
  }
}
