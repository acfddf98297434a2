package org.svarbar.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Sha256;

/** What operators are told by one way: the row that is also its place in the queue. */
@Entity
@Table(name = "notices")
class Notice {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 30)
  String occasion;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(nullable = false, length = 10)
  String way;

  @Column(nullable = false)
  long happened;

  @Column(name = "after_at", nullable = false)
  Instant after;

  @Column(name = "until_at", nullable = false)
  Instant until;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected Notice() {}

  Notice(Sighting seen, String way, Instant now) {
    occasion = seen.occasion().word();
    connectionId = seen.connection();
    this.way = way;
    happened = seen.count();
    after = seen.after();
    until = seen.until();
    attempts = Attempts.dueAt(now);
  }

  Sighting seen() {
    return new Sighting(Occasion.of(occasion), connectionId, happened, after, until);
  }

  /** The same whenever it is sent, and no other notice's. */
  String key() {
    return "notice-" + Sha256.hex(occasion + "\n" + connectionId + "\n" + after).substring(0, 32);
  }
}
