package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.access.AuditRecord;

class AuditTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+cmd|x",
        "-2+3",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\r\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "\u200b=1+1",
        "\u202e=1+1",
        "\u0000=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "=1\",\"=1",
        "=1\n=2"
      })
  void holdsNoFormula(String hostile) throws IOException {
    var record = new AuditRecord(Instant.EPOCH, hostile, "PUT", hostile, true, hostile);

    try (var read = CSVFormat.RFC4180.parse(new StringReader(AuditTable.of(List.of(record))))) {
      var cells = read.getRecords().get(1).toList();
      assertThat(cells).hasSize(6).allMatch(cell -> cell.matches("(?s)['0-9A-Za-z].*"));
      assertThat(cells).filteredOn(cell -> cell.equals("'" + hostile)).hasSize(3);
    }
  }
}
