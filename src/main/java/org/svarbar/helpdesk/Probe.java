package org.svarbar.helpdesk;

/** What a test of the way out found; the sentences are for an administrator and hold no secret. */
public sealed interface Probe {

  /**
   * The helpdesk answered and knows our account; `account` as the helpdesk names it, `version` may
   * be empty.
   */
  record Works(String account, String version) implements Probe {}

  /** It does not work; `reason` says what was tried and what came back. */
  record Fails(String reason) implements Probe {}
}
