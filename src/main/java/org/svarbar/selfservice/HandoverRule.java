package org.svarbar.selfservice;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.ticket.TicketEvent;

/**
 * What counts as reaching a person at one connection.
 *
 * @param occasions the first of them does it; none: nothing does
 * @param tags which ones count where being tagged is an occasion, in lower case; empty: any
 */
public record HandoverRule(Set<Occasion> occasions, Set<String> tags) {

  /** Whatever comes first. */
  static final HandoverRule USUAL = new HandoverRule(EnumSet.allOf(Occasion.class), Set.of());

  static final int MOST_TAGS = 20;
  static final int LONGEST_TAG = 60;

  /** Svarbar's own marks say nothing about a person. */
  private static final String OURS = "svarbar-";

  public HandoverRule {
    occasions = Set.copyOf(occasions);
    tags =
        tags.stream()
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (tags.size() > MOST_TAGS
        || tags.stream().anyMatch(tag -> !tag.matches("[^\\n]{1," + LONGEST_TAG + "}"))) {
      throw new IllegalArgumentException("tags: at most 20 of 1 to 60 characters");
    }
  }

  /** Whether the case reaches a person by this event. */
  boolean counts(TicketEvent event) {
    return Optional.of(event)
        .flatMap(Occasion::of)
        .filter(occasions::contains)
        .filter(occasion -> occasion != Occasion.TAGGED || isTag(event))
        .isPresent();
  }

  private boolean isTag(TicketEvent event) {
    var tag =
        event instanceof TicketEvent.Escalated escalated
            ? escalated.detail().strip().toLowerCase(Locale.ROOT)
            : "";
    return !tag.startsWith(OURS) && (tags.isEmpty() || tags.contains(tag));
  }
}
