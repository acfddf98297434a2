package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Agrees among the nodes on who rebuilds the index, so that no two do it at a time. */
@ApplicationScoped
@Transactional
class IndexStates {

  /** For how long a builder that says nothing more is waited for. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /** What an index must be a copy of. */
  String copyOf() {
    return locked().copyOf;
  }

  void request() {
    locked().rebuildRequested = true;
  }

  boolean isRequested() {
    var state = entityManager.find(IndexState.class, IndexState.ONLY);
    return state != null && state.rebuildRequested;
  }

  /** Whether somebody is building. */
  boolean isBuilding() {
    var state = entityManager.find(IndexState.class, IndexState.ONLY);
    return state != null && state.isBuilding(clock.instant());
  }

  /** Whether this one may build now: nobody else does. */
  boolean begin(String builder) {
    var state = locked();
    if (state.isBuilding(clock.instant())) {
      return false;
    }
    state.build(builder, clock.instant().plus(LEASE));
    return true;
  }

  /** Whether this one may go on building. */
  boolean goOn(String builder) {
    var state = locked();
    if (!state.isBuiltBy(builder)) {
      return false;
    }
    state.buildingUntil = clock.instant().plus(LEASE);
    return true;
  }

  void end(String builder) {
    var state = locked();
    if (state.isBuiltBy(builder)) {
      state.built();
    }
  }

  private IndexState locked() {
    var state =
        entityManager.find(IndexState.class, IndexState.ONLY, LockModeType.PESSIMISTIC_WRITE);
    if (state == null) {
      state = IndexState.first();
      entityManager.persist(state);
    }
    return state;
  }
}
