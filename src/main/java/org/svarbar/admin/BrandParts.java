package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.knowledge.Brand;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.selfservice.HelpSite;
import org.svarbar.selfservice.HelpSites;
import org.svarbar.source.Sources;

/** What there is that can belong to a brand. */
@ApplicationScoped
class BrandParts {

  @Inject FaqEntries entries;
  @Inject Sources sources;
  @Inject Connections connections;
  @Inject HelpSites sites;

  /** Those that entries have, and those that are still to be read, in alphabetical order. */
  Set<String> sources() {
    var all = new TreeSet<>(entries.sources());
    sources.all().forEach(it -> all.add(it.source().name()));
    return all;
  }

  List<Connection> connections() {
    return connections.all();
  }

  List<HelpSite> sites() {
    return sites.all();
  }

  /** What of a brand is not there, such as `sources: intranet`. */
  List<String> unknown(Brand brand) {
    var unknown = new ArrayList<String>();
    add("sources", brand.sources(), sources(), unknown);
    var ids = connections().stream().map(it -> it.id().value()).collect(Collectors.toSet());
    add("connections", brand.connections(), ids, unknown);
    var known = sites().stream().map(HelpSite::id).collect(Collectors.toSet());
    add("sites", brand.sites(), known, unknown);
    return unknown;
  }

  private static void add(String field, Set<String> parts, Set<String> known, List<String> to) {
    parts.stream().filter(it -> !known.contains(it)).forEach(it -> to.add(field + ": " + it));
  }
}
