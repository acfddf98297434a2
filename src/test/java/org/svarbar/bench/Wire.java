package org.svarbar.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive connection that sends requests and reads their answers with as little work as
 * possible, because it shares the machine with what is measured.
 */
final class Wire implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream input;

  Wire(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /** A POST as it goes over the wire. */
  static byte[] post(URI address, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder("POST " + address.getRawPath() + " HTTP/1.1\r\n");
    head.append("Host: ").append(address.getAuthority()).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    var request = new ByteArrayOutputStream(head.length() + body.length);
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  /** Sends it and reads the whole answer; returns its status. */
  int send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var length = 0L;
    var chunked = false;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
      }
      chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
    }
    if (chunked) {
      skipChunks();
    } else {
      input.skipNBytes(length);
    }
    return status;
  }

  private void skipChunks() throws IOException {
    for (var size = chunk(); size > 0; size = chunk()) {
      input.skipNBytes(size);
      line();
    }
    line();
  }

  private long chunk() throws IOException {
    return Long.parseLong(line().split(";")[0].strip(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
