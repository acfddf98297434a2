package org.svarbar.admin;

import java.util.List;
import org.svarbar.access.AuditRecord;
import org.svarbar.platform.CsvTable;

/** Records of the audit log as CSV. */
final class AuditTable {

  private static final String[] COLUMNS = {"at", "who", "what", "path", "outcome", "changes"};

  private AuditTable() {}

  static String of(List<AuditRecord> records) {
    var table = new CsvTable(COLUMNS);
    for (var each : records) {
      var outcome = each.done() ? "done" : "refused";
      table.row(each.at(), each.who(), each.what(), each.path(), outcome, each.changes());
    }
    return table.toString();
  }
}
