package org.svarbar.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.svarbar.platform.Attempts;
import org.svarbar.ticket.ConnectionId;

/**
 * A delivery for an administrator to look at: everything but its body, which holds what customers
 * wrote.
 *
 * @param event what happened, in our words; empty until it was read, and for what is not our
 *     business
 * @param outcome what was decided and why, in a line
 * @param correlation what log lines and actions that follow from it carry, too; empty: it came
 *     before there was any
 * @param headers those that were kept: none that proves anything
 * @param bodyBytes how long the body is
 */
public record ReceivedDelivery(
    long id,
    ConnectionId connection,
    Instant receivedAt,
    Optional<String> event,
    Optional<String> ticketId,
    Optional<String> outcome,
    Attempts attempts,
    Optional<String> correlation,
    Map<String, String> headers,
    int bodyBytes) {}
