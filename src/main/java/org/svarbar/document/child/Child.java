package org.svarbar.document.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;

/** The child's beginning and its end. */
public final class Child {

  /** The exit code of a Java machine that ran out of memory, by its own choice of code. */
  public static final int OUT_OF_MEMORY = 3;

  private Child() {}

  /** Takes the limits as arguments; ends with its standard input. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // what a library prints must not get among the replies
    System.setOut(System.err);
    NetworkOff.set();
    var questions = new SynchronousQueue<Question>();
    var listener = new Thread(() -> listen(questions), "listens");
    listener.setDaemon(true);
    listener.start();
    var reader = new DocumentTexts(Limits.of(arguments));
    while (true) {
      var question = questions.take();
      var reply = read(reader, question);
      Files.delete(question.file());
      reply.send(out);
    }
  }

  /** A thread of its own, so that the parent's end is noticed while a document is being read. */
  private static void listen(SynchronousQueue<Question> questions) {
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (var in = new DataInputStream(System.in)) {
      while (true) {
        questions.put(Question.receive(in, folder));
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(0);
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
  }

  private static Reply read(DocumentTexts reader, Question question) {
    try {
      return reader.read(question);
    } catch (OutOfMemoryError e) {
      // thrown by Java code, of which the machine's own switch knows nothing
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
      throw e;
    } catch (StackOverflowError e) {
      return new Reply.Refused(Fault.DAMAGED);
    }
  }
}
