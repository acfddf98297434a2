package org.svarbar.platform;

/** Rows in which something lies that {@link SecretBox} has sealed. */
public interface SealedRows {

  /**
   * Seals with the operator's key what another one has sealed.
   *
   * @param isKeyLost what neither key opens gets a new secret, or nothing, in its place
   * @return how many rows were changed
   * @throws SealedByAnotherKey when a row opens with neither key, and none is said to be lost
   */
  int sealAnew(boolean isKeyLost);
}
