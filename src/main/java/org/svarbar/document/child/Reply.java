package org.svarbar.document.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the child says about a document. */
public sealed interface Reply {

  /**
   * @param title as the document's properties have it; empty: they have none
   * @param html headings, paragraphs, lists and tables, without attributes but `href`; what lies in
   *     it may still be unsafe to show
   */
  record Text(String title, String html) implements Reply {}

  record Refused(Fault fault) implements Reply {}

  /** The stream's next one, which came from a process that may have been taken over. */
  static Reply receive(DataInputStream in, int mostBytes) throws IOException {
    var word = in.readUTF();
    if (!word.isEmpty()) {
      return new Refused(fault(word));
    }
    var title = in.readUTF();
    var length = in.readInt();
    if (length < 0 || length > mostBytes) {
      throw new IOException("a reply of " + length + " bytes");
    }
    return new Text(title, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static Fault fault(String word) throws IOException {
    try {
      return Fault.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw new IOException("a reply that means nothing", e);
    }
  }

  default void send(DataOutputStream out) throws IOException {
    switch (this) {
      case Refused refused -> out.writeUTF(refused.fault().name());
      case Text text -> {
        var bytes = text.html().getBytes(StandardCharsets.UTF_8);
        out.writeUTF("");
        out.writeUTF(text.title());
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
    out.flush();
  }
}
