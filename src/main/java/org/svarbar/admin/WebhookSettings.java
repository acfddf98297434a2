package org.svarbar.admin;

import java.util.Optional;

/**
 * What is entered at the helpdesk so that it calls us.
 *
 * @param address where it calls
 * @param secret what it signs with; empty: it was shown before and is not shown again
 * @param account our account there
 */
record WebhookSettings(String kind, String address, Optional<String> secret, String account) {

  private static final String NOT_SHOWN = "…";

  /** What our extension for Request Tracker reads. */
  String requestTrackerConfiguration() {
    return """
    Plugin('RT::Extension::Svarbar');
    Set($SvarbarWebhookURL, '%s');
    Set($SvarbarSecret,     '%s');
    Set($SvarbarAccount,    '%s');
    Set($SvarbarTimeout,    3);
    1;
    """
        .formatted(address, secret.orElse(NOT_SHOWN), account.isEmpty() ? "svarbar" : account);
  }
}
