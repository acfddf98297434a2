package org.svarbar.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.FSDirectory;

/**
 * Looks for words in files as whoever has the disk could: in rows that were deleted, in write-ahead
 * logs, in what search indexes store compressed, and in logs.
 *
 * @param words ASCII letters; at least 16, so that they are nowhere by chance
 */
public record RawFiles(String words) {

  private static final int AT_A_TIME = 1 << 23;
  private static final int PIECE = 4;

  public RawFiles {
    if (!words.matches("[a-z]{16,}")) {
      throw new IllegalArgumentException("words: at least 16 letters");
    }
  }

  /** The files below these folders that hold the words; those that vanish meanwhile do not. */
  public List<Path> holding(Path... folders) {
    var found = new ArrayList<Path>();
    for (var folder : folders) {
      for (var file : files(folder)) {
        if (isIn(file)) {
          found.add(file);
        }
      }
      indexes(folder).stream().filter(this::isInIndex).forEach(found::add);
    }
    return found;
  }

  /** The Lucene indexes below a folder that hold the words, in deleted documents too. */
  public List<Path> indexed(Path folder) {
    return indexes(folder).stream().filter(this::isInIndex).toList();
  }

  private static List<Path> files(Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException e) {
      // a folder that is tidied up while it is read is read again
      return Files.exists(folder) ? files(folder) : List.of();
    }
  }

  private static List<Path> indexes(Path folder) {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith("segments_"))
        .map(Path::getParent)
        .distinct()
        .collect(Collectors.toList());
  }

  private boolean isIn(Path path) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var bytes = new byte[AT_A_TIME];
      for (var at = 0L; at < file.length(); at += AT_A_TIME - 1024) {
        file.seek(at);
        var read = file.read(bytes);
        if (read > 0 && isIn(new String(bytes, 0, read, StandardCharsets.ISO_8859_1))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * PostgreSQL puts a byte between each eight that it could not compress, so one may stand between
   * letters; looked for with care only where a few letters are.
   */
  private boolean isIn(String text) {
    for (var piece = 0; piece + PIECE <= words.length(); piece += PIECE) {
      var letters = words.substring(piece, piece + PIECE);
      for (var at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
        var from = Math.max(0, at - 2 * words.length());
        var until = Math.min(text.length(), at + 3 * words.length());
        if (gapped().matcher(text.substring(from, until)).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private Pattern gapped() {
    return Pattern.compile(
        words.chars().mapToObj(Character::toString).collect(Collectors.joining(".?")),
        Pattern.DOTALL);
  }

  private boolean isInIndex(Path folder) {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      for (var leaf : reader.leaves()) {
        if (isStored(leaf.reader()) || isTerm(leaf.reader())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isStored(LeafReader segment) throws IOException {
    var sought = new Sought();
    for (var document = 0; document < segment.maxDoc(); document++) {
      segment.storedFields().document(document, sought);
    }
    return sought.found;
  }

  private boolean isTerm(LeafReader segment) throws IOException {
    for (var field : segment.getFieldInfos()) {
      if (field.getIndexOptions() == IndexOptions.NONE || segment.terms(field.name) == null) {
        continue;
      }
      var terms = segment.terms(field.name).iterator();
      for (var term = terms.next(); term != null; term = terms.next()) {
        var text = new String(term.bytes, term.offset, term.length, StandardCharsets.ISO_8859_1);
        if (text.contains(words)) {
          return true;
        }
      }
    }
    return false;
  }

  private final class Sought extends StoredFieldVisitor {
    private boolean found;

    @Override
    public Status needsField(FieldInfo field) {
      return Status.YES;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
      found |= new String(value, StandardCharsets.ISO_8859_1).contains(words);
    }

    @Override
    public void stringField(FieldInfo field, String value) {
      found |= value.contains(words);
    }
  }
}
