package org.svarbar.helpdesk;

/** What became of an action in the helpdesk. */
public sealed interface Performed {

  /**
   * Done now; `externalId` is the helpdesk's identifier of what was made, empty where it says none.
   */
  record Done(String externalId) implements Performed {}

  /**
   * A ticket was opened, now or by an earlier try.
   *
   * @param ticket the helpdesk's identifier, as its API takes it
   * @param number what people call the ticket
   */
  record Opened(String ticket, String number) implements Performed {}

  /** An earlier try had reached the helpdesk: nothing was repeated. */
  record DoneBefore() implements Performed {}

  /** The helpdesk said no, and will say no again. */
  record Refused(String reason) implements Performed {}

  /** This vendor has nothing of the kind. */
  record NotSupported(String what) implements Performed {}

  /** Something spoke against it at the last moment, in a word: the helpdesk was not asked. */
  record Withheld(String why) implements Performed {}
}
