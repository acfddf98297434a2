package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.ticket.ConnectionId;

/** What administrators have set for groups of connections. */
@ApplicationScoped
@Transactional
public class GroupPolicies {

  private static final Logger LOG = System.getLogger(GroupPolicies.class.getName());

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** All of a connection, that for all groups first. */
  public List<GroupPolicy> of(ConnectionId connection) {
    return rows(connection).stream().map(GroupPolicyRow::policy).toList();
  }

  /** What holds for a group: its own, else that for all, else what is shipped. */
  public GroupPolicy of(ConnectionId connection, Optional<String> group) {
    var all = of(connection);
    return group
        .filter(name -> !name.isEmpty())
        .flatMap(name -> named(name, all))
        .or(() -> named("", all))
        .orElseGet(GroupPolicy::shipped);
  }

  private static Optional<GroupPolicy> named(String group, List<GroupPolicy> all) {
    return all.stream().filter(it -> it.group().equals(group)).findFirst();
  }

  /**
   * Takes the place of what was set for the same group.
   *
   * @param by who says so, for the log
   */
  public void put(ConnectionId connection, GroupPolicy policy, String by) {
    var row =
        row(connection, policy.group())
            .orElseGet(() -> new GroupPolicyRow(connection.value(), policy.group()));
    row.change(policy, clock.instant());
    entities.persist(row);
    LOG.log(
        Level.INFO,
        "policy of {0}, group \"{1}\": mode {2}, says {3}",
        connection,
        policy.group(),
        policy.mode().map(Mode::word).orElse("of the connection"),
        by);
  }

  /** The group has nothing of its own any more. */
  public void remove(ConnectionId connection, String group, String by) {
    row(connection, group).ifPresent(entities::remove);
    LOG.log(Level.INFO, "policy of {0}, group \"{1}\" removed, says {2}", connection, group, by);
  }

  private Optional<GroupPolicyRow> row(ConnectionId connection, String group) {
    return rows(connection).stream().filter(it -> it.group.equals(group.strip())).findFirst();
  }

  private List<GroupPolicyRow> rows(ConnectionId connection) {
    return entities
        .createQuery(
            "select p from GroupPolicyRow p where p.connectionId = :connection order by p.group",
            GroupPolicyRow.class)
        .setParameter("connection", connection.value())
        .getResultList();
  }
}
