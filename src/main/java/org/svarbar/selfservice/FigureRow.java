package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How many sessions of a site that began on one day ended how. */
@Entity
@Table(name = "help_figures")
class FigureRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "site_id", nullable = false, length = 40)
  String siteId;

  @Column(name = "begun_on", nullable = false)
  LocalDate begunOn;

  @Column(nullable = false)
  int confirmed;

  @Column(nullable = false)
  int unconfirmed;

  @Column(nullable = false)
  int contacted;

  @Column(nullable = false)
  int unsolved;

  @Column(name = "shown_sessions", nullable = false)
  int shownSessions;

  @Column(name = "shown_contacted", nullable = false)
  int shownContacted;

  @Column(name = "held_sessions", nullable = false)
  int heldSessions;

  @Column(name = "held_contacted", nullable = false)
  int heldContacted;

  /** For JPA. */
  protected FigureRow() {}

  FigureRow(String siteId, LocalDate begunOn) {
    this.siteId = siteId;
    this.begunOn = begunOn;
  }

  /** Compares a session that saw answers with those that saw none, or the other way round. */
  void compare(Arm arm, boolean isContact) {
    var contact = isContact ? 1 : 0;
    switch (arm) {
      case NONE -> {}
      case SHOWN -> {
        shownSessions++;
        shownContacted += contact;
      }
      case HELD -> {
        heldSessions++;
        heldContacted += contact;
      }
    }
  }

  void count(Ending ending) {
    switch (ending) {
      case CONFIRMED -> confirmed++;
      case UNCONFIRMED -> unconfirmed++;
      case CONTACTED -> contacted++;
      case UNSOLVED -> unsolved++;
    }
  }
}
