package org.svarbar.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.svarbar.document.child.Child;
import org.svarbar.document.child.Kind;
import org.svarbar.document.child.NoChannels;
import org.svarbar.document.child.Reply;

/**
 * One child process. It has this server's Java, a small heap, an environment without secrets, and
 * no open file but the three streams. Used by one thread.
 */
final class ReaderProcess implements AutoCloseable {

  private static final Path NICE = Path.of("/usr/bin/nice");

  /** How the machine writes the names of files, without which Java does not find its own. */
  private static final Set<String> KEPT_ENVIRONMENT =
      Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

  /** How long a process takes to end that has said its last word. */
  private static final int GRACE_SECONDS = 5;

  private static final int BYTES_PER_CHARACTER = 4;

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream replies;
  private final ReadingLimits limits;
  private int asked;

  private ReaderProcess(Process process, ReadingLimits limits) {
    this.process = process;
    this.questions =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.limits = limits;
  }

  static ReaderProcess start(UnpackedReader reader, ReadingLimits limits) {
    var builder = new ProcessBuilder(command(reader, limits));
    clear(builder);
    builder.directory(reader.work().toFile());
    // what libraries say there may quote a document
    builder.redirectError(Redirect.DISCARD);
    try {
      return new ReaderProcess(builder.start(), limits);
    } catch (IOException e) {
      throw new IllegalStateException("the document reader cannot be started", e);
    }
  }

  /** The server's environment holds secrets. */
  static void clear(ProcessBuilder builder) {
    builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
  }

  static List<String> command(UnpackedReader reader, ReadingLimits limits) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(NICE)) {
      // suggestions come first
      command.addAll(List.of(NICE.toString(), "-n", "10"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + reader.work(),
            "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName(),
            "-Djdk.net.hosts.file=" + reader.noHosts(),
            "-Djavax.xml.accessExternalDTD=",
            "-Djavax.xml.accessExternalSchema=",
            "-Djavax.xml.accessExternalStylesheet=",
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
            "-cp",
            reader.libraries(),
            Child.class.getName()));
    command.addAll(List.of(limits.inside().arguments()));
    return command;
  }

  /** How many documents it was asked for. */
  int asked() {
    return asked;
  }

  /**
   * What comes of a document. After an outcome that is no reply, this process is of no more use.
   *
   * @param length of the file's bytes that are read
   * @throws UncheckedIOException when the file cannot be read
   */
  Outcome ask(Kind kind, InputStream file, int length) {
    asked++;
    var done = new CountDownLatch(1);
    var late = new AtomicBoolean();
    Thread.ofVirtual().name("svarbar-document-alarm").start(() -> killUnless(done, late));
    try {
      send(kind, file, length);
      return new Outcome.Replied(
          Reply.receive(replies, BYTES_PER_CHARACTER * limits.inside().characters()));
    } catch (IOException e) {
      return ended(late);
    } finally {
      done.countDown();
    }
  }

  private void send(Kind kind, InputStream file, int length) throws IOException {
    questions.writeUTF(kind.name());
    questions.writeInt(length);
    var buffer = new byte[1 << 16];
    for (var left = length; left > 0; ) {
      var count = read(file, buffer, Math.min(left, buffer.length));
      questions.write(buffer, 0, count);
      left -= count;
    }
    questions.flush();
  }

  private static int read(InputStream file, byte[] buffer, int most) {
    try {
      var count = file.read(buffer, 0, most);
      if (count < 0) {
        throw new IOException("became shorter while it was read");
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome ended(AtomicBoolean late) {
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return new Outcome.Died();
    }
    if (late.get()) {
      return new Outcome.TimedOut();
    }
    return process.exitValue() == Child.OUT_OF_MEMORY
        ? new Outcome.OutOfMemory()
        : new Outcome.Died();
  }

  private void killUnless(CountDownLatch done, AtomicBoolean late) {
    try {
      if (!done.await(limits.longest().toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it at once, and waits for that. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
