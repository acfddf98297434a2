package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svarbar.knowledge.ImportReport.Refused;

/** Takes entries in from files. */
@ApplicationScoped
public class EntryImport {

  /** The largest file, in bytes. */
  public static final int LARGEST_FILE = 10_000_000;

  private static final Logger LOG = System.getLogger(EntryImport.class.getName());
  private static final int MOST_ENTRIES = 20_000;
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

  @Inject ImportedEntries entries;

  /**
   * Whether a source can have this name: 1 to 60 letters, digits, dots, hyphens and underscores.
   */
  public static boolean isSourceName(String name) {
    return name != null && SOURCE.matcher(name).matches();
  }

  /**
   * @param source names the list that these entries belong to; entries of other sources are not
   *     touched
   * @throws UnreadableImport when the file is not of that format or too large; nothing was changed
   */
  public ImportReport read(String source, ImportFormat format, byte[] file) {
    if (file.length > LARGEST_FILE) {
      throw new UnreadableImport("file-too-large", LARGEST_FILE / 1000);
    }
    return take(source, format.read(file));
  }

  /**
   * Markdown files in a folder of this machine and below.
   *
   * @throws UnreadableImport when there is no such folder; nothing was changed
   */
  public ImportReport readFolder(String source, Path folder) {
    return take(source, MarkdownFiles.readFolder(folder));
  }

  private ImportReport take(String source, List<FoundForm> found) {
    if (!isSourceName(source)) {
      throw new IllegalArgumentException("not a source's name");
    }
    if (found.size() > MOST_ENTRIES) {
      throw new UnreadableImport("too-many-entries", MOST_ENTRIES);
    }
    var refused = new ArrayList<Refused>();
    var report = entries.take(source, accepted(found, refused), refused);
    LOG.log(
        Level.INFO,
        "import of {0}: {1} added, {2} changed, {3} unchanged, {4} refused",
        source,
        report.added(),
        report.changed(),
        report.unchanged(),
        report.refused().size());
    return report;
  }

  private static List<EntryDraft> accepted(List<FoundForm> found, List<Refused> refused) {
    var drafts = new ArrayList<EntryDraft>();
    Map<List<String>, String> places = new HashMap<>();
    for (var each : found) {
      if (!each.reasons().isEmpty()) {
        refused.add(new Refused(each.place(), each.reasons()));
        continue;
      }
      var draft = each.form().orElseThrow().draft();
      var identity = List.of(draft.key(), draft.language().getLanguage());
      var before = places.putIfAbsent(identity, each.place());
      if (before == null) {
        drafts.add(draft);
      } else {
        refused.add(new Refused(each.place(), List.of(Reason.of("entry-twice", before))));
      }
    }
    return drafts;
  }
}
