package org.svarbar.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.UnreadableWebhook;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;

/** A received webhook call: the row that was committed before the call was answered. */
@Entity
@Table(name = "deliveries")
class Delivery {

  private static final int LONGEST_OUTCOME = 400;

  /** Stands in place of the headers when the contents were deleted. */
  static final String ERASED = "{\"erased\":\"\"}";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "content_key", nullable = false, length = 64)
  String contentKey;

  @Column(nullable = false, length = 20000)
  String headers;

  @Column(nullable = false)
  byte[] body;

  /** Empty: of what came before there was any. */
  @Column(length = 32)
  String correlation;

  @Column(name = "received_at", nullable = false)
  Instant receivedAt;

  @Column(name = "ticket_id", length = 100)
  String ticketId;

  @Column(length = 40)
  String event;

  @Column(length = LONGEST_OUTCOME)
  String outcome;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected Delivery() {}

  Delivery(ConnectionId connection, String contentKey, WebhookRequest request, Instant now) {
    this(connection, contentKey, KeptHeaders.of(request), request.body(), now);
  }

  /** A change that no webhook told. */
  Delivery(UntoldChange untold, Instant now) {
    this(
        untold.changed().ref().connection(),
        untold.contentKey(),
        untold.headers(),
        untold.body(),
        now);
  }

  private Delivery(
      ConnectionId connection,
      String contentKey,
      Map<String, String> headers,
      byte[] body,
      Instant now) {
    this.connectionId = connection.value();
    this.contentKey = contentKey;
    this.headers = Json.write(headers);
    this.body = body;
    this.receivedAt = now;
    this.correlation = Correlation.current().orElseGet(Correlation::made).id();
    this.attempts = Attempts.dueAt(now);
  }

  /** What it and all that follows from it carry. */
  Correlation correlation() {
    return correlation(correlation);
  }

  /**
   * @param stored null: it is a row from before there was any
   */
  static Correlation correlation(String stored) {
    return Optional.ofNullable(stored).map(Correlation::new).orElseGet(Correlation::made);
  }

  /** Whether no webhook told it. */
  boolean isUntold() {
    return Json.object(headers).containsKey(UntoldChange.MARK);
  }

  ConnectionId connection() {
    return new ConnectionId(connectionId);
  }

  /**
   * @throws UnreadableWebhook when its contents were deleted
   */
  WebhookRequest request() {
    if (headers.equals(ERASED)) {
      throw new UnreadableWebhook("what it held was deleted, its time was over");
    }
    var kept = Json.object(headers);
    Map<String, List<String>> all =
        kept.keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> List.of(kept.getString(name))));
    return new WebhookRequest(all, body);
  }

  void done(String event, String ticketId, String outcome, Instant now) {
    this.event = event;
    this.ticketId = ticketId;
    this.outcome =
        outcome.length() <= LONGEST_OUTCOME ? outcome : outcome.substring(0, LONGEST_OUTCOME);
    attempts.done(now);
  }

  /** What it held goes; that it came stays. */
  void forget(Instant now) {
    headers = ERASED;
    body = new byte[0];
    if (attempts.state() == Attempts.State.OPEN) {
      attempts.gaveUp("erased before it was worked on", now);
    }
  }

  ReceivedDelivery received() {
    var kept = Json.object(headers);
    return new ReceivedDelivery(
        id,
        connection(),
        receivedAt,
        Optional.ofNullable(event),
        Optional.ofNullable(ticketId),
        Optional.ofNullable(outcome),
        attempts,
        Optional.ofNullable(correlation),
        kept.keySet().stream().collect(Collectors.toMap(name -> name, kept::getString)),
        body.length);
  }
}
