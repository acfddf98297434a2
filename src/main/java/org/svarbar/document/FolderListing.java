package org.svarbar.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.svarbar.knowledge.Reason;
import org.svarbar.source.SourceRun;
import org.svarbar.source.SourceUnavailable;

/**
 * What lies in a folder and below, in the order of the names. Hidden files and folders are passed
 * over, and so is what is neither a file nor a folder; links lead nowhere.
 *
 * @param files of kinds that are read
 * @param refused the rest, as far as somebody would miss it
 */
record FolderListing(List<DocumentFile> files, List<Refused> refused) {

  static final int MOST_FILES = 10_000;
  static final long MOST_BYTES = 5_000_000_000L;
  private static final int DEEPEST = 30;
  private static final int MOST_REFUSED = 200;

  /** What systems lay into folders by themselves. */
  private static final Set<String> NOBODYS = Set.of("thumbs.db", "desktop.ini", "__macosx");

  record Refused(String place, Reason reason) {}

  /**
   * @param folder without links in its path
   * @throws SourceUnavailable when a part of it cannot be listed, or it is too large
   */
  static FolderListing of(Path folder) {
    var files = new ArrayList<DocumentFile>();
    var refused = new ArrayList<Refused>();
    try {
      Files.walkFileTree(folder, Set.of(), DEEPEST, new Visitor(folder, files, refused));
    } catch (IOException e) {
      throw new SourceUnavailable(Reason.of("document-folder-missing", folder));
    }
    files.sort(Comparator.comparing(file -> file.name().path()));
    return new FolderListing(List.copyOf(files), refused.stream().limit(MOST_REFUSED).toList());
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<DocumentFile> files;
    private final List<Refused> refused;
    private long bytes;

    Visitor(Path folder, List<DocumentFile> files, List<Refused> refused) {
      this.folder = folder;
      this.files = files;
      this.refused = refused;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return path.equals(folder) || isSomebodys(path)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (isSomebodys(path)) {
        add(path, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(Path path, BasicFileAttributes attributes) {
      var name = new DocumentName(folder.relativize(path).toString().replace('\\', '/'));
      if (attributes.isSymbolicLink()) {
        refuse(name, Reason.of("document-link"));
      } else if (attributes.isRegularFile()) {
        addFile(name, path, attributes);
      }
    }

    private void addFile(DocumentName name, Path path, BasicFileAttributes attributes) {
      if (DocumentType.find(name.ending()).isEmpty()) {
        refuse(name, Reason.of("document-kind-unknown", name.ending()));
      } else if (name.path().length() > SourceRun.LONGEST_ITEM) {
        refuse(name, Reason.of("document-name-too-long", SourceRun.LONGEST_ITEM));
      } else {
        files.add(DocumentFile.of(name, path, attributes));
        bytes += attributes.size();
        if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
          throw new SourceUnavailable(
              Reason.of("document-folder-too-large", MOST_FILES, MOST_BYTES / 1_000_000));
        }
      }
    }

    private void refuse(DocumentName name, Reason reason) {
      var path = name.path();
      var longest = SourceRun.LONGEST_ITEM;
      refused.add(new Refused(path.length() > longest ? path.substring(0, longest) : path, reason));
    }

    private static boolean isSomebodys(Path path) {
      var name = path.getFileName().toString();
      return !name.startsWith(".")
          && !name.startsWith("~$")
          && !NOBODYS.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
  }
}
