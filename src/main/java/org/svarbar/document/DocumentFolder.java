package org.svarbar.document;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.document.child.Kind;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.MarkdownForms;
import org.svarbar.knowledge.Reason;
import org.svarbar.source.Source;
import org.svarbar.source.SourceReader;
import org.svarbar.source.SourceRun;
import org.svarbar.source.SourceUnavailable;

/** Documents in a folder of this machine, as a source: each file is an item. */
@ApplicationScoped
class DocumentFolder implements SourceReader {

  @Inject
  @ConfigProperty(name = "svarbar.document.folders")
  Optional<String> allowed;

  @Inject
  @ConfigProperty(name = "svarbar.document.heap-megabytes")
  int heapMegabytes;

  @Inject
  @ConfigProperty(name = "svarbar.document.longest-seconds")
  int longestSeconds;

  @Inject
  @ConfigProperty(name = "svarbar.document.largest-file-megabytes")
  int largestFileMegabytes;

  @Inject
  @ConfigProperty(name = "svarbar.document.most-pages")
  int mostPages;

  private AllowedFolders folders;
  private ReadingLimits limits;

  @PostConstruct
  void check() {
    folders = AllowedFolders.of(allowed.orElse(""));
    limits = ReadingLimits.of(heapMegabytes, longestSeconds, largestFileMegabytes, mostPages);
  }

  @Override
  public String kind() {
    return "documents";
  }

  @Override
  public Place place() {
    return Place.ADDRESS;
  }

  @Override
  public List<String> allowed() {
    return folders.folders().stream().map(Path::toString).toList();
  }

  @Override
  public Optional<Reason> refusal(Source source) {
    return folders.judge(source.address()).refusal();
  }

  @Override
  public void read(Source source, SourceRun run) {
    var judged = folders.judge(source.address());
    judged.refusal().ifPresent(DocumentFolder::giveUp);
    var listing = FolderListing.of(judged.folder().orElseThrow());
    listing.refused().forEach(it -> run.refuse(it.place(), it.reason()));
    try (var reader = new DocumentReader(limits)) {
      var done = 0;
      for (var file : listing.files()) {
        run.progress(done++, listing.files().size());
        read(file, reader, run);
      }
    }
  }

  private static void giveUp(Reason reason) {
    throw new SourceUnavailable(reason);
  }

  private void read(DocumentFile file, DocumentReader reader, SourceRun run) {
    var item = file.name().path();
    var now = Memory.of(limits, file);
    var before = run.remembered(item);
    try {
      if (before.isPresent() && now.isOf(file, before.get())) {
        run.unchanged(item);
      } else {
        run.take(item, now.text(file), entries(file, reader));
      }
    } catch (IOException e) {
      // not remembered, so that it is tried again the next time
      run.take(item, "", refused(file, Reason.of("document-unreadable")));
    }
  }

  private static List<FoundForm> entries(DocumentFile file, DocumentReader reader)
      throws IOException {
    if (file.size() == 0) {
      return refused(file, Reason.of("document-empty"));
    }
    var kind = file.type().kind();
    return kind.isPresent()
        ? entries(file, kind.get(), reader.read(kind.get(), file.path()))
        : MarkdownText.read(file.name(), file.beginning(MarkdownForms.LARGEST_FILE + 1));
  }

  private static List<FoundForm> entries(DocumentFile file, Kind kind, Reading reading) {
    return switch (reading) {
      case Reading.Text text -> DocumentForms.of(file.name(), kind, text);
      case Reading.Refused refused -> refused(file, refused.reason());
    };
  }

  private static List<FoundForm> refused(DocumentFile file, Reason reason) {
    return List.of(FoundForm.unusable(file.name().path(), reason));
  }
}
