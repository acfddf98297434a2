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

  /** For JPA. */
  protected FigureRow() {}

  FigureRow(String siteId, LocalDate begunOn) {
    this.siteId = siteId;
    this.begunOn = begunOn;
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
