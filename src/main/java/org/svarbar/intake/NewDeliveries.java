package org.svarbar.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inserts those of the deliveries that came together whose content is not known, in one message to
 * the database. Hibernate sends a message for each where the database gives the numbers, and
 * waiting for them one by one costs more than storing them.
 */
final class NewDeliveries {

  private static final String COLUMNS =
      "insert into deliveries (connection_id, content_key, headers, body, correlation, received_at,"
          + " state, attempts, due_at, open_since) ";

  /** Needs no plan, which may be a wrong one while the database does not know its tables yet. */
  private static final String POSTGRESQL =
      COLUMNS
          + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (connection_id, content_key) do nothing";

  /** The types are said, because nothing else tells them here. */
  private static final String H2 =
      COLUMNS
          + "select cast(?1 as varchar), cast(?2 as varchar), cast(?3 as varchar),"
          + " cast(?4 as bytea), cast(?5 as varchar), cast(?6 as timestamp with time zone),"
          + " cast(?7 as varchar), cast(?8 as integer), cast(?9 as timestamp with time zone),"
          + " cast(?10 as timestamp with time zone) where not exists"
          + " (select 1 from deliveries where connection_id = ?1 and content_key = ?2)";

  private NewDeliveries() {}

  /**
   * @param deliveries none of which was worked on; no two with the same content
   * @return those of them that were not inserted, because their content is known
   * @throws SQLException when one of them could not be inserted; the transaction is of no use then
   */
  static List<Delivery> insert(List<Delivery> deliveries, Connection connection)
      throws SQLException {
    var product = connection.getMetaData().getDatabaseProductName();
    try (var insert = connection.prepareStatement(product.equals("H2") ? H2 : POSTGRESQL)) {
      for (var delivery : deliveries) {
        bind(delivery, insert);
        insert.addBatch();
      }
      var inserted = insert.executeBatch();
      return IntStream.range(0, inserted.length)
          .filter(i -> inserted[i] == 0)
          .mapToObj(deliveries::get)
          .toList();
    }
  }

  private static void bind(Delivery delivery, PreparedStatement insert) throws SQLException {
    var came = OffsetDateTime.ofInstant(delivery.receivedAt, ZoneOffset.UTC);
    insert.setString(1, delivery.connectionId);
    insert.setString(2, delivery.contentKey);
    insert.setString(3, delivery.headers);
    insert.setBytes(4, delivery.body);
    insert.setString(5, delivery.correlation);
    insert.setObject(6, came);
    insert.setString(7, delivery.attempts.state().name());
    insert.setInt(8, delivery.attempts.count());
    insert.setObject(9, OffsetDateTime.ofInstant(delivery.attempts.dueAt(), ZoneOffset.UTC));
    insert.setObject(10, OffsetDateTime.ofInstant(delivery.attempts.openSince(), ZoneOffset.UTC));
  }
}
