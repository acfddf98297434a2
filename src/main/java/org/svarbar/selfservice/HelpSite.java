package org.svarbar.selfservice;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.svarbar.ticket.ConnectionId;

/**
 * A place at which customers help themselves.
 *
 * @param id in addresses, such as that of the help page
 * @param key by which its pages name it; public
 * @param name what administrators and customers call it
 * @param origins of the pages that may show its help, such as `https://www.example.org`
 * @param languages at least one; the first is taken for customers who read none of them
 * @param group answers of this group and those of no group; empty: of all
 * @param connection where its tickets are; empty: in any helpdesk
 * @param consentRequired whether nothing is stored until the customer agrees
 * @param keepDays for how long sessions are kept that led to a ticket, 1 to 400
 * @param keepUnlinkedDays for how long other sessions are kept, 1 to 400
 * @param solvedAfterDays a session counts as solved when its customer stayed away for so long, 0 to
 *     30
 * @param holdOutPercent so many of a hundred sessions see no answers, 0 to 50, so that it can be
 *     seen what answers do
 * @param enabled whether it is there for customers
 */
public record HelpSite(
    String id,
    String key,
    String name,
    Set<String> origins,
    List<Locale> languages,
    Optional<String> group,
    Optional<ConnectionId> connection,
    boolean consentRequired,
    ContactWays contact,
    int keepDays,
    int keepUnlinkedDays,
    int solvedAfterDays,
    int holdOutPercent,
    boolean enabled) {

  public HelpSite {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    origins = Set.copyOf(origins);
    languages = List.copyOf(languages);
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(contact, "contact");
  }

  /** The site's language that is closest to what somebody asks for. */
  public Locale language(Locale wanted) {
    return languages.contains(wanted) ? wanted : languages.getFirst();
  }

  /** Whether a ticket is opened for customers who want to reach a person. */
  public boolean opensTickets() {
    return connection.isPresent() && contact.ticketGroup().isPresent();
  }

  /** Whether tickets of this connection may have to do with it. */
  public boolean leadsTo(ConnectionId helpdesk) {
    return connection.map(helpdesk::equals).orElse(true);
  }
}
