package org.svarbar.selfservice;

/** How sure it is that a session led to a ticket; the best first. */
public enum MatchQuality {
  /** the ticket carries the session's reference */
  EXACT,
  /** the site says that the requester's address is that of the session's customer */
  VERIFIED,
  /** the customer read the code out to an agent */
  PHONE,
  /** the same address was typed in the session, shortly before, about something similar */
  PROBABLE
}
