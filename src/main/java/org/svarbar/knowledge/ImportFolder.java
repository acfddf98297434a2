package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of Markdown files that an operator may have set; it is read at the start, and when
 * somebody asks.
 */
@ApplicationScoped
class ImportFolder {

  private static final Logger LOG = System.getLogger(ImportFolder.class.getName());

  @Inject
  @ConfigProperty(name = "svarbar.knowledge.import-folder")
  Optional<String> folder;

  @Inject
  @ConfigProperty(name = "svarbar.knowledge.import-folder-source")
  String source;

  @Inject EntryImport imports;

  void start(@Observes Startup started) {
    if (!EntryImport.isSourceName(source)) {
      throw new IllegalStateException(
          "svarbar.knowledge.import-folder-source cannot name a source: " + source);
    }
    try {
      read().ifPresent(this::logRefused);
    } catch (UnreadableImport | EntriesChangedMeanwhile e) {
      LOG.log(
          Level.WARNING, "svarbar.knowledge.import-folder was not imported: {0}", e.getMessage());
    }
  }

  /** Empty: none is set. */
  Optional<ImportReport> read() {
    return folder.map(path -> imports.readFolder(source, Path.of(path)));
  }

  private void logRefused(ImportReport report) {
    for (var refused : report.refused()) {
      LOG.log(Level.WARNING, "not imported: {0}: {1}", refused.place(), refused.reasons());
    }
  }
}
