package org.svarbar.admin;

/** The parts of the console, in the order of its navigation. */
enum Section {
  OVERVIEW("console", "nav.overview"),
  CONNECTIONS("console/connections", "nav.connections"),
  DELIVERIES("console/deliveries", "nav.deliveries"),
  DEAD_LETTERS("console/dead-letters", "nav.dead-letters"),
  KNOWLEDGE("console/knowledge", "nav.knowledge"),
  SOURCES("console/sources", "nav.sources"),
  HELP_SITES("console/help-sites", "nav.help-sites"),
  REPLAYS("console/replays", "nav.replays"),
  TRIAGE("console/triage", "nav.triage"),
  TRY("console/try", "nav.try"),
  PANEL("panel/open", "nav.panel"),
  INSIGHT("console/insight", "nav.insight"),
  AUDIT("console/audit", "nav.audit"),
  REQUESTERS("console/requesters", "nav.requesters"),
  SETTINGS("console/settings", "nav.settings");

  private final String path;
  private final String textKey;

  Section(String path, String textKey) {
    this.path = path;
    this.textKey = textKey;
  }

  String path() {
    return path;
  }

  String textKey() {
    return textKey;
  }
}
