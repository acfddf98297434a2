package org.svarbar.document.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What goes to the child: a document of this kind, as it lies on its disk. */
record Question(Kind kind, Path file) {

  /** Reads one from the parent and lays its document into a folder; throws at the stream's end. */
  static Question receive(DataInputStream in, Path folder) throws IOException {
    var kind = Kind.valueOf(in.readUTF());
    var left = in.readInt();
    var file = Files.createTempFile(folder, "document", "");
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[64 * 1024];
      while (left > 0) {
        var count = Math.min(left, buffer.length);
        in.readFully(buffer, 0, count);
        out.write(buffer, 0, count);
        left -= count;
      }
    }
    return new Question(kind, file);
  }
}
