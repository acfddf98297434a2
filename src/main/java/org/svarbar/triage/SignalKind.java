package org.svarbar.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be seen in a message, besides what it is about. */
public enum SignalKind {
  COMPLAINT(Group.TONE),
  ANGER(Group.TONE),
  WORRY(Group.TONE),
  URGENCY(Group.TONE),
  CANCELLATION(Group.TONE),
  VULNERABLE(Group.TONE),
  THREAT(Group.GRAVE),
  LEGAL(Group.GRAVE),
  DATA_PROTECTION(Group.GRAVE),
  SELF_HARM(Group.GRAVE),
  /** a mail that could not be delivered */
  BOUNCE(Group.AUTOMATIC),
  OUT_OF_OFFICE(Group.AUTOMATIC),
  /** written by a program */
  AUTO_SUBMITTED(Group.AUTOMATIC),
  LIST_MAIL(Group.AUTOMATIC),
  /** from an address that takes no answers */
  NO_REPLY(Group.AUTOMATIC),
  /** the answer depends on the requester's own order, case, invoice or the like */
  OWN_CASE(Group.COMPLEXITY),
  MANY_QUESTIONS(Group.COMPLEXITY),
  LONG(Group.COMPLEXITY),
  ATTACHMENTS(Group.COMPLEXITY),
  /** a log, an error's trace, a table of figures */
  LOG(Group.COMPLEXITY),
  /** an agent has answered in this ticket already */
  AGENT_REPLIED(Group.COMPLEXITY),
  /** the requester writes after an automatic answer, which offered them a person */
  ANSWERED_AUTOMATICALLY(Group.COMPLEXITY),
  /** the requester writes in a ticket that was closed */
  REOPENED(Group.COMPLEXITY);

  private final Group group;

  SignalKind(Group group) {
    this.group = group;
  }

  private enum Group {
    TONE,
    GRAVE,
    AUTOMATIC,
    COMPLEXITY
  }

  /** Whether no setting may let such a message be answered without a person. */
  public boolean isGrave() {
    return group == Group.GRAVE;
  }

  /** Whether it needs a person in every list of rules: what is grave, and what was promised. */
  boolean isFixed() {
    return isGrave() || this == ANSWERED_AUTOMATICALLY;
  }

  /** Whether a program wrote it, so that nobody waits for an answer. */
  public boolean isAutomatic() {
    return group == Group.AUTOMATIC;
  }

  /** Whether it makes the case less simple. */
  public boolean isComplexity() {
    return group == Group.COMPLEXITY;
  }

  /** Whether it is in the words of a person. */
  boolean isTone() {
    return group == Group.TONE || isGrave();
  }

  /** Whether a word such as `not` before it takes it back. */
  boolean mayBeDenied() {
    return group == Group.TONE;
  }

  /** As it is called in word lists, rules and message bundles, such as `data-protection`. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its {@link #word()}. */
  public static Optional<SignalKind> find(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
