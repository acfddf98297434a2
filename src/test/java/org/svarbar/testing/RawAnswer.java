package org.svarbar.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;

/** An answer to bytes that no client would send. */
public record RawAnswer(String text) {

  /** Without a body, and the last one of its connection. */
  public static RawAnswer ask(String... lines) {
    return send(String.join("\r\n", lines), "Content-Length: 0", "Connection: close");
  }

  /** A request's head, of these lines and an empty one. */
  public static RawAnswer send(String... lines) {
    return bytes(String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** All that comes back before the connection ends; empty where it is broken off. */
  public static RawAnswer bytes(String all) {
    try (var socket = open()) {
      socket.getOutputStream().write(all.getBytes(ISO_8859_1));
      return new RawAnswer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (SocketException closed) {
      return new RawAnswer("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection to the product that waits 30 s for what it reads. */
  public static Socket open() throws IOException {
    var at = Product.underTest().at("");
    var socket = new Socket(at.getHost(), at.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  public int status() {
    return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
  }

  public String body() {
    var end = text.indexOf("\r\n\r\n");
    return end < 0 ? "" : text.substring(end + 4);
  }

  public Optional<String> header(String name) {
    return text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
