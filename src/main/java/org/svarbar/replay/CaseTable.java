package org.svarbar.replay;

import java.util.List;
import java.util.stream.Collectors;
import org.svarbar.platform.CsvTable;

/** Cases as CSV, without their texts. */
final class CaseTable {

  private static final String[] COLUMNS = {
    "ticket",
    "asked_at",
    "result",
    "by_person",
    "verdict",
    "ruled",
    "probability",
    "similarity",
    "language",
    "group",
    "topic",
    "suggested_entry",
    "entry_changed",
    "sent_entries"
  };

  private CaseTable() {}

  static String of(List<ReplayCase> cases) {
    var table = new CsvTable(COLUMNS);
    cases.forEach(each -> table.row(cells(each)));
    return table.toString();
  }

  private static Object[] cells(ReplayCase it) {
    return new Object[] {
      it.ticketId(),
      it.askedAt(),
      it.result().word(),
      it.byPerson(),
      it.verdict(),
      it.ruled(),
      it.raw(),
      it.similarity(),
      it.language().getLanguage(),
      it.group().orElse(""),
      it.topic().orElse(""),
      it.entryId().map(Object::toString).orElse(""),
      it.entryChanged(),
      it.sent().stream().map(Object::toString).collect(Collectors.joining(" "))
    };
  }
}
