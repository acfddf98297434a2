package org.svarbar.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was uploaded for a replay. */
@Entity
@Table(name = "replay_files")
class ReplayFile {

  @Id
  @Column(name = "replay_id")
  Long replayId;

  @Column(nullable = false)
  byte[] content;

  /** For JPA. */
  protected ReplayFile() {}

  ReplayFile(long replayId, byte[] content) {
    this.replayId = replayId;
    this.content = content;
  }
}
