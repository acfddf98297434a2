package org.svarbar.helpdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;

/** A connection as it lies in the database: its secrets sealed. */
@Entity
@Table(name = "connections")
class ConnectionRow {

  @Id
  @Column(length = 40)
  String id;

  @Column(nullable = false, length = 40)
  String kind;

  @Column(nullable = false, length = 200)
  String name;

  @Column(name = "base_url", length = 500)
  String baseUrl;

  @Column(nullable = false, length = 200)
  String account;

  @Column(name = "credential_sealed", nullable = false, length = 4000)
  String credentialSealed;

  @Column(name = "secret_sealed", nullable = false, length = 1000)
  String secretSealed;

  @Column(name = "former_secret_sealed", length = 1000)
  String formerSecretSealed;

  @Column(name = "groups_worked_for", nullable = false, length = 4000)
  String groups;

  @Column(name = "note_language", nullable = false, length = 5)
  String noteLanguage;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  Connection.Mode mode;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Version int version;

  /** For JPA. */
  protected ConnectionRow() {}

  ConnectionRow(ConnectionId id, String secret, SecretBox box, Instant now) {
    this.id = id.value();
    this.createdAt = now;
    this.secretSealed = box.seal(secret, purpose("secret"));
    this.credentialSealed = box.seal("", purpose("credential"));
  }

  /** Takes over what was written; an empty credential leaves the old one. */
  void change(ConnectionDraft draft, SecretBox box, Instant now) {
    kind = draft.kind();
    name = draft.name();
    baseUrl = draft.baseUrl().map(URI::toString).orElse(null);
    account = draft.account();
    draft
        .credential()
        .ifPresent(credential -> credentialSealed = box.seal(credential, purpose("credential")));
    groups = String.join("\n", draft.groups());
    noteLanguage = draft.noteLanguage().getLanguage();
    mode = draft.mode();
    changedAt = now;
  }

  void switchTo(Connection.Mode other, Instant now) {
    mode = other;
    changedAt = now;
  }

  /** Takes `secret` for the newest; the one before stays live. */
  void rotate(String secret, SecretBox box, Instant now) {
    formerSecretSealed = secretSealed;
    secretSealed = box.seal(secret, purpose("secret"));
    changedAt = now;
  }

  void retireFormerSecret(Instant now) {
    formerSecretSealed = null;
    changedAt = now;
  }

  /** Seals with the operator's key what another one has sealed; returns whether something was. */
  boolean sealAnew(SecretBox box) {
    var before = Arrays.asList(secretSealed, formerSecretSealed, credentialSealed);
    secretSealed = box.sealedAnew(secretSealed, purpose("secret"));
    credentialSealed = box.sealedAnew(credentialSealed, purpose("credential"));
    if (formerSecretSealed != null) {
      formerSecretSealed = box.sealedAnew(formerSecretSealed, purpose("secret"));
    }
    return !before.equals(Arrays.asList(secretSealed, formerSecretSealed, credentialSealed));
  }

  /** Takes `secret` for the only one, and has no credential. */
  void giveUp(String secret, SecretBox box, Instant now) {
    secretSealed = box.seal(secret, purpose("secret"));
    credentialSealed = box.seal("", purpose("credential"));
    retireFormerSecret(now);
  }

  Connection opened(SecretBox box) {
    var secrets = new ArrayList<String>();
    secrets.add(box.open(secretSealed, purpose("secret")));
    if (formerSecretSealed != null) {
      secrets.add(box.open(formerSecretSealed, purpose("secret")));
    }
    return new Connection(
        new ConnectionId(id),
        kind,
        name,
        Optional.ofNullable(baseUrl).map(URI::create),
        account,
        box.open(credentialSealed, purpose("credential")),
        secrets,
        lines(groups),
        Locale.of(noteLanguage),
        mode);
  }

  static Set<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private String purpose(String what) {
    return "connection/" + id + "/" + what;
  }
}
