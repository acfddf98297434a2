package org.svarbar.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.svarbar.document.child.Fault;
import org.svarbar.document.child.Kind;
import org.svarbar.document.child.Reply;
import org.svarbar.knowledge.Reason;

/**
 * Reads documents one after the other, in a child process that is started for the first and
 * replaced when it fails. Closing it ends the process and takes its folder away. Used by one
 * thread.
 */
final class DocumentReader implements AutoCloseable {

  /** After so many documents a child makes room for a fresh one. */
  private static final int MOST_PER_PROCESS = 200;

  private final ReadingLimits limits;
  private Optional<UnpackedReader> unpacked = Optional.empty();
  private Optional<ReaderProcess> process = Optional.empty();

  DocumentReader(ReadingLimits limits) {
    this.limits = limits;
  }

  /** Whatever the file is: it is not changed, links are not followed, and nothing is thrown. */
  Reading read(Kind kind, Path file) {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var size = Files.size(file);
      if (size == 0) {
        return refused("document-empty");
      }
      if (size > limits.fileBytes()) {
        return refused("document-too-large", limits.fileBytes() / 1_000_000);
      }
      return reading(ask(kind, in, (int) size));
    } catch (IOException | UncheckedIOException e) {
      stop();
      return refused("document-unreadable");
    }
  }

  private Outcome ask(Kind kind, InputStream in, int size) {
    if (process.filter(it -> it.asked() >= MOST_PER_PROCESS).isPresent()) {
      stop();
    }
    var outcome = running().ask(kind, in, size);
    if (!(outcome instanceof Outcome.Replied)) {
      stop();
    }
    return outcome;
  }

  private ReaderProcess running() {
    if (process.isEmpty()) {
      unpacked = unpacked.or(() -> Optional.of(UnpackedReader.unpack()));
      process = Optional.of(ReaderProcess.start(unpacked.orElseThrow(), limits));
    }
    return process.orElseThrow();
  }

  private void stop() {
    process.ifPresent(ReaderProcess::close);
    process = Optional.empty();
    unpacked.ifPresent(UnpackedReader::clean);
  }

  private Reading reading(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Replied replied -> reading(replied.reply());
      case Outcome.TimedOut late -> refused("document-timed-out", limits.longest().toSeconds());
      case Outcome.OutOfMemory full -> refused("document-out-of-memory", limits.heapMegabytes());
      case Outcome.Died died -> refused("document-damaged");
    };
  }

  private Reading reading(Reply reply) {
    return switch (reply) {
      case Reply.Text text -> new Reading.Text(text.title(), text.html());
      case Reply.Refused refused -> new Reading.Refused(reason(refused.fault()));
    };
  }

  private Reason reason(Fault fault) {
    return switch (fault) {
      case ENCRYPTED -> Reason.of("document-encrypted");
      case DAMAGED -> Reason.of("document-damaged");
      case CUT_OFF -> Reason.of("document-cut-off");
      case UNPACKS_TOO_LARGE ->
          Reason.of("document-unpacks-too-large", limits.inside().unpackedBytes() / 1_000_000);
      case ODDLY_PACKED -> Reason.of("document-oddly-packed");
      case DECLARES_ENTITIES -> Reason.of("document-declares-entities");
      case FORM -> Reason.of("document-form");
      case OTHER_KIND -> Reason.of("document-other-kind");
      case TOO_MANY_PAGES -> Reason.of("document-too-many-pages", limits.inside().pages());
      case TOO_MUCH_TEXT -> Reason.of("document-too-much-text");
      case NO_TEXT -> Reason.of("document-no-text");
    };
  }

  private static Reading refused(String code, Object... values) {
    return new Reading.Refused(Reason.of(code, values));
  }

  @Override
  public void close() {
    process.ifPresent(ReaderProcess::close);
    process = Optional.empty();
    unpacked.ifPresent(UnpackedReader::close);
    unpacked = Optional.empty();
  }
}
