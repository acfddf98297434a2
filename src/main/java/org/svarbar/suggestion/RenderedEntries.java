package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.svarbar.knowledge.FaqEntry;

/** Remembers the entries that were shown last, because rendering costs more than searching. */
@ApplicationScoped
class RenderedEntries {

  private static final int MOST = 5000;

  private final Map<Version, RenderedEntry> rendered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, RenderedEntry> eldest) {
          return size() > MOST;
        }
      };

  private record Version(long entry, long revision) {}

  RenderedEntry of(FaqEntry entry) {
    var version = new Version(entry.id(), entry.revision());
    synchronized (rendered) {
      var known = rendered.get(version);
      if (known != null) {
        return known;
      }
    }
    var fresh = RenderedEntry.of(entry);
    synchronized (rendered) {
      rendered.put(version, fresh);
    }
    return fresh;
  }
}
