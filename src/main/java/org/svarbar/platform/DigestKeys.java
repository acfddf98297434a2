package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The key of {@link SecretBox#digest}. It lies in the database, sealed by the operator's key, so
 * that digests stay right when that one changes; it begins as the operator's key itself.
 */
@ApplicationScoped
class DigestKeys implements SealedRows {

  private static final String PURPOSE = "digest-key";

  @PersistenceContext EntityManager entities;
  @Inject SecretBox box;

  /** In Base64. */
  @Transactional(TxType.REQUIRES_NEW)
  public String stored() {
    return box.open(row().sealed, PURPOSE);
  }

  @Override
  @Transactional
  public int sealAnew(boolean isKeyLost) {
    var row = row();
    entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
    entities.refresh(row);
    var before = row.sealed;
    try {
      row.sealed = box.sealedAnew(before, PURPOSE);
    } catch (SealedByAnotherKey e) {
      if (!isKeyLost) {
        throw e;
      }
      row.sealed = first();
    }
    return row.sealed.equals(before) ? 0 : 1;
  }

  private DigestKey row() {
    var row = entities.find(DigestKey.class, DigestKey.ONE);
    if (row == null) {
      row = new DigestKey(first());
      entities.persist(row);
      entities.flush();
    }
    return row;
  }

  private String first() {
    return box.seal(box.ownKey(), PURPOSE);
  }
}
