package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.svarbar.knowledge.IndexVersions.Version;
import org.svarbar.platform.SearchUnavailable;

/** What people see of the index and may ask of it. */
@ApplicationScoped
public class IndexWatch {

  @Inject IndexVersions versions;
  @Inject IndexStates states;
  @Inject EntriesToIndex entries;
  @Inject IndexWake wake;

  /**
   * How the index stands.
   *
   * @param reachable whether OpenSearch answers
   * @param serving the indexes that answer searches: one, or none yet
   * @param rebuilding whether a new one is being built or waits to be
   * @param behind how many entries were changed and are not in the index yet
   */
  public record Status(boolean reachable, List<String> serving, boolean rebuilding, long behind) {}

  public Status status() {
    var rebuilding = states.isRequested() || states.isBuilding();
    var behind = entries.countBehind();
    try {
      var serving = versions.list().stream().filter(Version::serving).map(Version::name).toList();
      return new Status(true, serving, rebuilding, behind);
    } catch (SearchUnavailable e) {
      return new Status(false, List.of(), rebuilding, behind);
    }
  }

  /** Has it built anew from the database; returns at once. */
  public void rebuild() {
    states.request();
    wake.now();
  }
}
