package org.svarbar.source;

import java.net.URI;
import org.svarbar.knowledge.EntryImport;
import org.svarbar.knowledge.ImportFormat;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.Json;

/** A file of entries at an address of the web, which is one item. */
record FileAtAddress(WebAddress web, ImportFormat format) {

  private static final String ITEM = "file";
  private static final String ACCEPT = "*/*";

  void read(Source source, SourceRun run) {
    run.progress(0, 1);
    var before =
        run.remembered(ITEM)
            .map(memory -> Json.read(memory, Validators.class))
            .orElse(Validators.NONE);
    switch (web.get(URI.create(source.address()), ACCEPT, before)) {
      case Fetched.Unchanged same -> run.unchanged(ITEM);
      case Fetched.Content content -> take(content, run);
      case Fetched.Moved moved -> throw unavailable("source-moved", moved.to().toString());
      case Fetched.Missing missing -> throw unavailable("source-missing", source.address());
      case Fetched.Failed failed -> throw unavailable("source-no-answer", failed.why());
    }
    run.progress(1, 1);
  }

  private void take(Fetched.Content content, SourceRun run) {
    if (content.bytes().length > EntryImport.LARGEST_FILE) {
      throw unavailable("file-too-large", String.valueOf(EntryImport.LARGEST_FILE / 1000));
    }
    run.take(ITEM, Json.write(content.validators()), format.read(content.bytes()));
  }

  private static SourceUnavailable unavailable(String code, String value) {
    return new SourceUnavailable(Reason.of(code, value));
  }
}
