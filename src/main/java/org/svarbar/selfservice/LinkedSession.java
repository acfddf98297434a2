package org.svarbar.selfservice;

/**
 * A session that led to a ticket.
 *
 * @param quality how sure that is
 */
public record LinkedSession(HelpSession session, MatchQuality quality) {}
