package org.svarbar.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Inserts deliveries that came together in one message to the database. Hibernate sends a message
 * for each where the database gives the numbers, and waiting for them one by one costs more than
 * storing them.
 */
final class NewDeliveries {

  private static final String INSERT =
      "insert into deliveries (connection_id, content_key, headers, body, correlation, received_at,"
          + " state, attempts, due_at, open_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private NewDeliveries() {}

  /**
   * @param deliveries none of which was worked on
   * @throws SQLException when one of them could not be inserted; the transaction is of no use then
   */
  static void insert(List<Delivery> deliveries, Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var delivery : deliveries) {
        bind(delivery, insert);
        insert.addBatch();
      }
      insert.executeBatch();
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
