package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.platform.Json;

/**
 * The indexes that there are: one that serves behind the alias, and while it is rebuilt a second
 * one. Every write goes to all of them, with the entry's revision as version, so that in each the
 * latest revision wins, in whatever order writes arrive.
 */
@ApplicationScoped
class IndexVersions {

  static final String ALIAS = "faq-entries";
  private static final String PREFIX = ALIAS + "-v";

  static final String REPLICAS = "auto_expand_replicas";

  @Inject SearchCalls search;

  /**
   * An index.
   *
   * @param serving whether the alias points to it
   * @param mark of the definition that it was made by
   * @param replicas between which numbers it has, by how many nodes there are
   */
  record Version(String name, boolean serving, String mark, String replicas) {}

  List<Version> list() {
    var all =
        search
            .call(
                "GET", "/" + ALIAS + "," + PREFIX + "*", Map.of("ignore_unavailable", "true"), null)
            .orElse(JsonObject.EMPTY_JSON_OBJECT);
    return all.keySet().stream().map(name -> version(name, all.getJsonObject(name))).toList();
  }

  private static Version version(String name, JsonObject state) {
    var meta = state.getJsonObject("mappings").getJsonObject("_meta");
    return new Version(
        name,
        state.getJsonObject("aliases").containsKey(ALIAS),
        meta == null ? "" : meta.getString("mark", ""),
        state.getJsonObject("settings").getJsonObject("index").getString(REPLICAS, ""));
  }

  /** As OpenSearch takes it: so many copies, or as many as there are other nodes. */
  static String expand(int replicas) {
    return "0-" + replicas;
  }

  /** Has it have as many copies from now on, which costs no search anything. */
  void replicate(Version version, String replicas) {
    var index = Json.createObjectBuilder().add(REPLICAS, replicas);
    var settings = Json.createObjectBuilder().add("index", index).build();
    search.call("PUT", "/" + version.name() + "/_settings", settings);
  }

  /** Makes an index with the next number. */
  Version create(IndexDefinition definition, List<Version> others) {
    var name = PREFIX + (1 + others.stream().mapToInt(IndexVersions::number).max().orElse(0));
    search.call("PUT", "/" + name, definition.body());
    return new Version(name, false, definition.mark(), definition.replicas());
  }

  private static int number(Version version) {
    var digits = version.name().replaceFirst("^" + PREFIX, "");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** Removes what a rebuild that ended early has left. */
  void removeUnused(List<Version> all) {
    all.stream()
        .filter(version -> !version.serving())
        .forEach(version -> search.call("DELETE", "/" + version.name()));
  }

  /** From one moment to the next it serves, and all others are gone. */
  void serve(Version version) {
    search.call("POST", "/" + version.name() + "/_refresh");
    var actions =
        Json.createArrayBuilder()
            .add(action("add", Json.createObjectBuilder().add("alias", ALIAS), version));
    list().stream()
        .filter(other -> !other.name().equals(version.name()))
        .forEach(other -> actions.add(action("remove_index", Json.createObjectBuilder(), other)));
    search.call("POST", "/_aliases", Json.createObjectBuilder().add("actions", actions).build());
  }

  private static JsonObject action(
      String what, jakarta.json.JsonObjectBuilder details, Version version) {
    return Json.createObjectBuilder().add(what, details.add("index", version.name())).build();
  }

  /**
   * Writes entries, and takes out those that are retired.
   *
   * @return those that OpenSearch refused
   */
  Set<Long> write(Collection<FaqEntry> entries, Collection<Version> versions, boolean visibleNow) {
    if (entries.isEmpty() || versions.isEmpty()) {
      return Set.of();
    }
    var lines = new ArrayList<JsonObject>();
    for (var version : versions) {
      for (var entry : entries) {
        lines.add(operation(entry, version));
        if (!entry.isRetired()) {
          lines.add(EntryDocument.of(entry));
        }
      }
    }
    var refresh = Map.of("refresh", visibleNow ? "true" : "false");
    return search
        .call("POST", "/_bulk", refresh, SearchCalls.lines(lines))
        .map(IndexVersions::refused)
        .orElse(Set.of());
  }

  private static JsonObject operation(FaqEntry entry, Version version) {
    var target =
        Json.createObjectBuilder()
            .add("_index", version.name())
            .add("_id", String.valueOf(entry.id()))
            .add("version", entry.revision())
            .add("version_type", "external_gte");
    return Json.createObjectBuilder().add(entry.isRetired() ? "delete" : "index", target).build();
  }

  private static Set<Long> refused(JsonObject said) {
    var refused = new HashSet<Long>();
    for (var item : said.getJsonArray("items").getValuesAs(JsonObject.class)) {
      var outcome = item.values().iterator().next().asJsonObject();
      // 409: the index holds a later revision already
      if (outcome.containsKey("error") && outcome.getInt("status") != 409) {
        refused.add(Long.valueOf(outcome.getString("_id")));
      }
    }
    return refused;
  }
}
