package org.svarbar.selfservice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.svarbar.outbox.AcceptedAction;
import org.svarbar.outbox.Actions;
import org.svarbar.outbox.Outbox;
import org.svarbar.platform.RateLimit;
import org.svarbar.platform.Sha256;
import org.svarbar.selfservice.ContactForm.Contact;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/** Opens a ticket for a customer who wants to reach a person. */
@ApplicationScoped
class Contacts {

  private static final int HEX_DIGITS = 24;
  private static final double SECONDS_OF_AN_HOUR = 3600;

  /** Longer than a helpdesk usually takes, shorter than people become impatient. */
  private static final Duration PATIENCE = Duration.ofMillis(2000);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** So many customers wait for their number at a time; others are told without it. */
  private static final int MOST_WAITING = 8;

  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  @Inject HelpSessions sessions;
  @Inject SelfServiceSettings settings;
  @Inject Outbox outbox;
  @Inject Actions actions;
  @Inject Clock clock;

  private RateLimit ofAddresses;
  private RateLimit ofSites;

  /**
   * What a customer is told.
   *
   * @param reference of their session, if they have one
   * @param ticket what people call the ticket, if that is known by now
   */
  record Receipt(Optional<String> reference, Optional<String> ticket) {}

  @PostConstruct
  void limit() {
    ofAddresses = hourly(settings.contactsPerHour());
    ofSites = hourly(settings.siteContactsPerHour());
  }

  private static RateLimit hourly(int most) {
    return new RateLimit(most, most / SECONDS_OF_AN_HOUR);
  }

  /**
   * Whether this address may open another ticket, and the site.
   *
   * @param network of the customer, as {@link RateLimit#network} says it
   * @return after how many seconds it may, if not now
   */
  Optional<Long> refused(HelpSite site, String network) {
    var now = System.nanoTime();
    if (!ofAddresses.takes(site.id() + " " + network, now)) {
      return Optional.of(ofAddresses.secondsToWait());
    }
    return ofSites.takes(site.id(), now) ? Optional.empty() : Optional.of(ofSites.secondsToWait());
  }

  /**
   * Has the ticket opened; when this returns, it is committed. The session goes along, if there is
   * one: its reference stands in the subject.
   *
   * @param token of the customer's session
   * @return by what {@link #receipt} finds it
   */
  @Transactional
  String accept(HelpSite site, Optional<String> token, Contact contact) {
    var session = token.flatMap(it -> sessions.open(site, it));
    session.ifPresent(known -> remember(site, known, contact));
    var key = key(site, contact);
    outbox.accept(
        List.of(opening(site, session.map(HelpSessions.Started::reference), contact, key)));
    return key;
  }

  private void remember(HelpSite site, HelpSessions.Started session, Contact contact) {
    sessions.identify(site, session.token(), contact.email(), false);
    sessions.append(
        site,
        session.token(),
        List.of(
            new SessionEvent(
                contact.id(),
                SessionEvent.Kind.CONTACT,
                clock.instant(),
                "ticket",
                List.of(),
                0,
                Optional.empty())));
  }

  private static TicketAction opening(
      HelpSite site, Optional<String> reference, Contact contact, String key) {
    var mark = reference.map(it -> it + " · ").orElse("") + TicketAction.openingMarker(key);
    return new TicketAction.OpenTicket(
        TicketRef.unopened(site.connection().orElseThrow(), key),
        key,
        site.contact().ticketGroup().orElseThrow(),
        Person.of("", "", contact.email()),
        contact.subject() + reference.map(it -> " [" + it + "]").orElse(""),
        contact.text() + "\n\n-- \n" + mark);
  }

  private static String key(HelpSite site, Contact contact) {
    return Sha256.hex("contact\n" + site.id() + "\n" + contact.id()).substring(0, HEX_DIGITS);
  }

  /** What the customer is told; waits a moment for the ticket's number. */
  Receipt receipt(HelpSite site, Optional<String> token, String key) {
    outbox.wake();
    var reference =
        token.flatMap(it -> sessions.open(site, it)).map(HelpSessions.Started::reference);
    return new Receipt(reference, number(site, key));
  }

  private Optional<String> number(HelpSite site, String key) {
    if (!waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      var until = System.nanoTime() + PATIENCE.toNanos();
      var action = opening(site, key);
      while (action.isOpen() && System.nanoTime() < until) {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        action = opening(site, key);
      }
      return action.externalId();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      waiting.release();
    }
  }

  private AcceptedAction opening(HelpSite site, String key) {
    return actions.opening(site.connection().orElseThrow(), key).orElseThrow();
  }
}
