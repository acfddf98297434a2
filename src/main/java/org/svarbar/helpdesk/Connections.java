package org.svarbar.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.svarbar.knowledge.Brand;
import org.svarbar.knowledge.Brands;
import org.svarbar.platform.SealedByAnotherKey;
import org.svarbar.platform.SealedRows;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;

/**
 * All connections: those that the operator declared by configuration, and those made in the
 * console.
 */
@ApplicationScoped
public class Connections implements SealedRows {

  /**
   * How old a connection in memory may be: how long another node's change takes to reach this one.
   */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final int SECRET_BYTES = 32;

  @PersistenceContext EntityManager entities;
  @Inject Brands brands;
  @Inject SecretBox box;
  @Inject Clock clock;
  @Inject DeclaredConnections declared;

  private final Map<ConnectionId, Remembered> remembered = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  private record Remembered(Connection connection, Instant readAt) {}

  /** The connection of this name. */
  @Transactional
  public Optional<Connection> find(ConnectionId id) {
    var byConfiguration = declared.find(id);
    if (byConfiguration.isPresent()) {
      return byConfiguration;
    }
    var known = remembered.get(id);
    if (known != null && known.readAt().plus(FRESH).isAfter(clock.instant())) {
      return Optional.of(known.connection());
    }
    var row = Optional.ofNullable(entities.find(ConnectionRow.class, id.value()));
    var connection = row.map(found -> found.opened(box));
    connection.ifPresentOrElse(
        found -> remembered.put(id, new Remembered(found, clock.instant())),
        () -> remembered.remove(id));
    return connection;
  }

  /** The same by what somebody typed, or stands in an address. */
  public Optional<Connection> named(String id) {
    return Optional.of(id).filter(ConnectionId::isValid).map(ConnectionId::new).flatMap(this::find);
  }

  /** All of them by name. */
  @Transactional
  public List<Connection> all() {
    var all = new ArrayList<>(declared.all());
    entities
        .createQuery("select c from ConnectionRow c", ConnectionRow.class)
        .getResultStream()
        .filter(row -> declared.find(new ConnectionId(row.id)).isEmpty())
        .forEach(row -> all.add(row.opened(box)));
    all.sort(Comparator.comparing(connection -> connection.id().value()));
    return List.copyOf(all);
  }

  /** The names of all of them but these. */
  @Transactional
  public Set<String> idsBut(Set<String> these) {
    var ids = new TreeSet<String>();
    declared.all().forEach(connection -> ids.add(connection.id().value()));
    ids.addAll(
        entities.createQuery("select c.id from ConnectionRow c", String.class).getResultList());
    ids.removeAll(these);
    return ids;
  }

  /** Whether the operator declared it, so that the console cannot change it. */
  public boolean isDeclared(ConnectionId id) {
    return declared.find(id).isPresent();
  }

  /**
   * Makes a connection with a fresh secret.
   *
   * @throws IllegalArgumentException when there is one of this name
   */
  @Transactional
  public Connection add(ConnectionId id, ConnectionDraft draft) {
    if (find(id).isPresent()) {
      throw new IllegalArgumentException("there is a connection named " + id);
    }
    var row = new ConnectionRow(id, newSecret(), box, clock.instant());
    row.change(draft, box, clock.instant());
    entities.persist(row);
    return row.opened(box);
  }

  /** Changes what the draft says, the mode among it. */
  @Transactional
  public Connection change(ConnectionId id, ConnectionDraft draft) {
    var row = row(id);
    row.change(draft, box, clock.instant());
    remembered.remove(id);
    return row.opened(box);
  }

  /** Changes how far we may go there, and nothing else. */
  @Transactional
  public void switchTo(ConnectionId id, Connection.Mode mode) {
    row(id).switchTo(mode, clock.instant());
    remembered.remove(id);
  }

  /** Gives a fresh secret, which is returned; the one before stays live until it is retired. */
  @Transactional
  public String rotateSecret(ConnectionId id) {
    var secret = newSecret();
    row(id).rotate(secret, box, clock.instant());
    remembered.remove(id);
    return secret;
  }

  @Override
  @Transactional
  public int sealAnew(boolean isKeyLost) {
    var changed = 0;
    for (var row : lockedRows()) {
      changed += sealAnew(row, isKeyLost) ? 1 : 0;
    }
    remembered.clear();
    return changed;
  }

  private boolean sealAnew(ConnectionRow row, boolean isKeyLost) {
    try {
      return row.sealAnew(box);
    } catch (SealedByAnotherKey e) {
      if (!isKeyLost) {
        throw e;
      }
      row.giveUp(newSecret(), box, clock.instant());
      return true;
    }
  }

  private List<ConnectionRow> lockedRows() {
    return entities
        .createQuery("select c from ConnectionRow c order by c.id", ConnectionRow.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** From now on only the newest secret is accepted. */
  @Transactional
  public void retireFormerSecret(ConnectionId id) {
    row(id).retireFormerSecret(clock.instant());
    remembered.remove(id);
  }

  @Transactional
  public void remove(ConnectionId id) {
    entities.remove(row(id));
    brands.forget(Brand.Kind.CONNECTION, id.value());
    remembered.remove(id);
  }

  private ConnectionRow row(ConnectionId id) {
    var row = entities.find(ConnectionRow.class, id.value());
    if (row == null) {
      throw new IllegalArgumentException("there is no connection named " + id + " to change");
    }
    return row;
  }

  /** Of the form that Standard Webhooks asks for; every other scheme takes it as text. */
  private String newSecret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
