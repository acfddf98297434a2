package org.svarbar.crash;

import java.util.Collection;
import org.svarbar.testing.GenericHelpdesk;

/**
 * What became of the deliveries of a scenario.
 *
 * @param acked how many were answered 200
 * @param notes how many notes there are for them
 * @param lost how many of them have no note
 * @param doubled how many of them have more than one
 */
record Tally(int acked, int notes, int lost, int doubled) {

  static Tally of(Collection<String> acked, GenericHelpdesk helpdesk) {
    var notes = acked.stream().mapToInt(ticket -> helpdesk.notes(ticket).size()).toArray();
    var all = 0;
    var lost = 0;
    var doubled = 0;
    for (var count : notes) {
      all += count;
      lost += count == 0 ? 1 : 0;
      doubled += count > 1 ? 1 : 0;
    }
    return new Tally(acked.size(), all, lost, doubled);
  }

  boolean isComplete() {
    return lost == 0;
  }

  boolean isRight() {
    return lost == 0 && doubled == 0;
  }

  String line(String scenario, String database, String more) {
    return "crash scenario=%s db=%s %s%s".formatted(scenario, database, figures(), more);
  }

  String figures() {
    return "acked=%d notes=%d lost=%d doubled=%d".formatted(acked, notes, lost, doubled);
  }
}
