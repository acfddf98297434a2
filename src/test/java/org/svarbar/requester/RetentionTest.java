package org.svarbar.requester;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.EarlierSchemas;

/** What was learned of tickets goes when its time is over, and not before. */
class RetentionTest {

  private static final Instant THEN =
      OffsetDateTime.parse(EarlierSchemas.THEN.replace(' ', 'T')).toInstant();

  @Test
  void deletesWhatIsOlderInEachTable() throws Exception {
    var database = EarlierSchemas.h2();
    EarlierSchemas.fill(database);
    EarlierSchemas.execute("update proposals set state = 'REJECTED'", database);
    EarlierSchemas.execute("update past_questions set source = 'helpdesk-rt'", database);
    var holdings = holdings();
    assertThat(holdings).hasSizeGreaterThan(8);

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities())) {
      for (var holding : holdings) {
        assertThat(forgotten(holding, THEN, sessions)).as("%s, in time", holding.tables()).isZero();
        assertThat(forgotten(holding, THEN.plusSeconds(1), sessions))
            .as("%s, when its time is over", holding.tables())
            .isPositive();
      }
    }
    for (var holding : holdings) {
      var table = holding.tables().iterator().next();
      assertThat(EarlierSchemas.one("select count(*) from " + table, database)).as(table).isZero();
    }
  }

  private static int forgotten(TicketRows holding, Instant before, SessionFactory sessions) {
    try (var session = sessions.openSession()) {
      holding.entities = session;
      var transaction = session.beginTransaction();
      var rows = holding.forgetBefore(before);
      transaction.commit();
      return rows;
    }
  }

  private static List<TicketRows> holdings() throws Exception {
    var all = new ArrayList<TicketRows>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.svarbar")) {
      if (type.isAssignableTo(TicketRows.class) && !type.isEquivalentTo(TicketRows.class)) {
        var constructor = type.reflect().getDeclaredConstructor();
        constructor.setAccessible(true);
        all.add((TicketRows) constructor.newInstance());
      }
    }
    return all;
  }
}
