package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.knowledge.Brand;
import org.svarbar.knowledge.Brands;
import org.svarbar.platform.SealedByAnotherKey;
import org.svarbar.platform.SealedRows;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;

/** All sites at which customers help themselves. */
@ApplicationScoped
public class HelpSites implements SealedRows {

  /** How old a site in memory may be: how long another node's change takes to reach this one. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  @PersistenceContext EntityManager entities;
  @Inject SecretBox box;
  @Inject Clock clock;
  @Inject Chance chance;
  @Inject Brands brands;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;

  private volatile Remembered remembered = new Remembered(Map.of(), Instant.MIN);

  private record Remembered(Map<String, HelpSite> byKey, Instant readAt) {}

  /**
   * The site that pages name by this key, whether it is enabled or not. Keys that are made up cost
   * nothing: all sites are read together.
   */
  public Optional<HelpSite> withKey(String key) {
    return Optional.ofNullable(now().byKey().get(key));
  }

  /** The site of this id, at most two seconds old. */
  public Optional<HelpSite> find(String id) {
    return now().byKey().values().stream().filter(site -> site.id().equals(id)).findFirst();
  }

  /** Whether tickets of this connection may have to do with any of them. */
  boolean anyLeadsTo(ConnectionId connection) {
    return now().byKey().values().stream().anyMatch(site -> site.leadsTo(connection));
  }

  /** The site of this id, as it is. */
  @Transactional
  public Optional<HelpSite> read(String id) {
    return Optional.ofNullable(entities.find(HelpSiteRow.class, id)).map(HelpSiteRow::site);
  }

  /** All of them by id. */
  @Transactional
  public List<HelpSite> all() {
    return entities
        .createQuery("select s from HelpSiteRow s order by s.id", HelpSiteRow.class)
        .getResultList()
        .stream()
        .map(HelpSiteRow::site)
        .toList();
  }

  /**
   * Makes a site or changes the one of this id.
   *
   * @return whether it is new
   * @throws IllegalArgumentException says what is wrong with the form
   */
  @Transactional
  public boolean put(String id, SiteForm form) {
    var row = entities.find(HelpSiteRow.class, id);
    var site = form.site(id, row == null ? chance.siteKey() : row.key);
    checkTickets(site);
    if (row == null) {
      entities.persist(new HelpSiteRow(site, chance.secret(), box, clock.instant()));
    } else {
      row.change(site, clock.instant());
    }
    forget();
    return row == null;
  }

  private void checkTickets(HelpSite site) {
    if (site.opensTickets()) {
      var via = site.connection().flatMap(connections::find);
      require(via.isPresent(), "ticketGroup: there is no such connection");
      require(
          via.filter(it -> helpdesks.of(it).opensTickets() && it.baseUrl().isPresent()).isPresent(),
          "ticketGroup: this connection opens no tickets");
      require(
          via.filter(it -> it.worksFor(site.contact().ticketGroup())).isPresent(),
          "ticketGroup: the connection does not work for this group");
    }
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException(what);
    }
  }

  /** Takes the site away, and all its sessions; says whether there was one. */
  @Transactional
  public boolean remove(String id) {
    var row = Optional.ofNullable(entities.find(HelpSiteRow.class, id));
    row.ifPresent(entities::remove);
    brands.forget(Brand.Kind.SITE, id);
    forget();
    return row.isPresent();
  }

  /** The secrets that sign what the organisation's own programs say, the newest first. */
  @Transactional
  public List<String> secrets(String id) {
    return Optional.ofNullable(entities.find(HelpSiteRow.class, id))
        .map(row -> row.secrets(box))
        .orElse(List.of());
  }

  /** Gives a fresh secret; the one before stays live until the next rotation. */
  @Transactional
  public Optional<String> rotateSecret(String id) {
    var secret = chance.secret();
    return Optional.ofNullable(entities.find(HelpSiteRow.class, id))
        .map(
            row -> {
              row.rotate(secret, box, clock.instant());
              return secret;
            });
  }

  @Override
  @Transactional
  public int sealAnew(boolean isKeyLost) {
    var changed = 0;
    for (var row : lockedRows()) {
      changed += sealAnew(row, isKeyLost) ? 1 : 0;
    }
    return changed;
  }

  private boolean sealAnew(HelpSiteRow row, boolean isKeyLost) {
    try {
      return row.sealAnew(box);
    } catch (SealedByAnotherKey e) {
      if (!isKeyLost) {
        throw e;
      }
      row.giveUp(chance.secret(), box, clock.instant());
      return true;
    }
  }

  private List<HelpSiteRow> lockedRows() {
    return entities
        .createQuery("select s from HelpSiteRow s order by s.id", HelpSiteRow.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private Remembered now() {
    var known = remembered;
    if (known.readAt().isAfter(clock.instant().minus(FRESH))) {
      return known;
    }
    var byKey = all().stream().collect(Collectors.toMap(HelpSite::key, Function.identity()));
    var fresh = new Remembered(byKey, clock.instant());
    remembered = fresh;
    return fresh;
  }

  private void forget() {
    remembered = new Remembered(Map.of(), Instant.MIN);
  }
}
