package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;

/** A site as it lies in the database. */
@Entity
@Table(name = "help_sites")
class HelpSiteRow {

  @Id
  @Column(length = 40)
  String id;

  @Column(name = "site_key", nullable = false, length = 40)
  String key;

  @Column(nullable = false, length = 200)
  String name;

  @Column(nullable = false, length = 4000)
  String origins;

  @Column(nullable = false, length = 40)
  String languages;

  @Column(name = "group_name", length = 200)
  String group;

  @Column(name = "connection_id", length = 40)
  String connectionId;

  @Column(name = "consent_required", nullable = false)
  boolean consentRequired;

  @Column(name = "form_address", length = 1000)
  String form;

  @Column(length = 200)
  String mail;

  @Column(length = 60)
  String phone;

  @Column(name = "ticket_group", length = 200)
  String ticketGroup;

  @Column(name = "keep_days", nullable = false)
  int keepDays;

  @Column(name = "keep_unlinked_days", nullable = false)
  int keepUnlinkedDays;

  @Column(name = "solved_after_days", nullable = false)
  int solvedAfterDays;

  @Column(name = "hold_out_percent", nullable = false)
  int holdOutPercent;

  @Column(name = "secret_sealed", nullable = false, length = 1000)
  String secretSealed;

  @Column(name = "former_secret_sealed", length = 1000)
  String formerSecretSealed;

  @Column(nullable = false)
  boolean enabled;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Version int version;

  /** For JPA. */
  protected HelpSiteRow() {}

  HelpSiteRow(HelpSite site, String secret, SecretBox box, Instant now) {
    id = site.id();
    key = site.key();
    createdAt = now;
    secretSealed = box.seal(secret, purpose());
    change(site, now);
  }

  final void change(HelpSite site, Instant now) {
    name = site.name();
    origins = String.join("\n", site.origins());
    languages = site.languages().stream().map(Locale::getLanguage).collect(Collectors.joining(","));
    group = site.group().orElse(null);
    connectionId = site.connection().map(ConnectionId::value).orElse(null);
    consentRequired = site.consentRequired();
    form = site.contact().form().map(URI::toString).orElse(null);
    mail = site.contact().mail().orElse(null);
    phone = site.contact().phone().orElse(null);
    ticketGroup = site.contact().ticketGroup().orElse(null);
    keepDays = site.keepDays();
    keepUnlinkedDays = site.keepUnlinkedDays();
    solvedAfterDays = site.solvedAfterDays();
    holdOutPercent = site.holdOutPercent();
    enabled = site.enabled();
    changedAt = now;
  }

  /** Takes `secret` for the newest; the one before stays live until the next. */
  void rotate(String secret, SecretBox box, Instant now) {
    formerSecretSealed = secretSealed;
    secretSealed = box.seal(secret, purpose());
    changedAt = now;
  }

  /** Seals with the operator's key what another one has sealed; returns whether something was. */
  boolean sealAnew(SecretBox box) {
    var before = Arrays.asList(secretSealed, formerSecretSealed);
    secretSealed = box.sealedAnew(secretSealed, purpose());
    if (formerSecretSealed != null) {
      formerSecretSealed = box.sealedAnew(formerSecretSealed, purpose());
    }
    return !before.equals(Arrays.asList(secretSealed, formerSecretSealed));
  }

  /** Takes `secret` for the only one. */
  void giveUp(String secret, SecretBox box, Instant now) {
    rotate(secret, box, now);
    formerSecretSealed = null;
  }

  HelpSite site() {
    return new HelpSite(
        id,
        key,
        name,
        origins.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet()),
        Stream.of(languages.split(",")).map(Locale::of).toList(),
        Optional.ofNullable(group),
        Optional.ofNullable(connectionId).map(ConnectionId::new),
        consentRequired,
        new ContactWays(
            Optional.ofNullable(form).map(URI::create),
            Optional.ofNullable(mail),
            Optional.ofNullable(phone),
            Optional.ofNullable(ticketGroup)),
        keepDays,
        keepUnlinkedDays,
        solvedAfterDays,
        holdOutPercent,
        enabled);
  }

  /** The live secrets, the newest first. */
  List<String> secrets(SecretBox box) {
    return Stream.of(secretSealed, Optional.ofNullable(formerSecretSealed).orElse(""))
        .filter(secret -> !secret.isEmpty())
        .map(secret -> box.open(secret, purpose()))
        .toList();
  }

  private String purpose() {
    return "site/" + id + "/secret";
  }
}
