package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final OutboundHttp http =
      OutboundHttp.of(AllowedHosts.of("http://127.0.0.1:*"), LONG, LONG, Duration.ofMillis(700));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
  void breaksOffAnAnswerThatDrips(String beginning) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(server, beginning));

      assertThatThrownBy(() -> get("http://127.0.0.1:" + server.getLocalPort() + "/"))
          .isInstanceOf(OutboundFailed.class)
          .hasMessageContaining("no whole answer within");
    }
  }

  private static void drip(ServerSocket server, String beginning) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      while (!Thread.interrupted()) {
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      // the other side has had enough
    }
  }

  @Test
  void sendsNoLineBreakInAHeader() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var heard = new CompletableFuture<List<String>>();
      Thread.ofVirtual().start(() -> heard.complete(head(server)));
      var address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a%0d%0ab?c=%0d%0ad");
      var broken = "x\r\nInjected: 1\r\n\r\nGET /second HTTP/1.1\nInjected: 2\rInjected: 3";

      http.send(new OutboundCall("GET", address, Map.of("Named", broken), new byte[0]));

      assertThat(heard.get())
          .contains("GET /a%0d%0ab?c=%0d%0ad HTTP/1.1")
          .anyMatch(line -> line.startsWith("Named: x"))
          .noneMatch(line -> line.startsWith("Injected") || line.startsWith("GET /second"));
      assertThatThrownBy(() -> URI.create("http://127.0.0.1/a\r\nInjected: 1"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The lines of a request until the empty one; answers that there is nothing. */
  private static List<String> head(ServerSocket server) {
    try (var socket = server.accept();
        var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)) {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
      return List.of(head.toString().split("[\r\n]+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws Exception {
    var elsewhere = new AtomicInteger();
    var server = server();
    server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
    for (var place : List.of("/elsewhere", "http://169.254.169.254/", "file:///etc/passwd")) {
      var path = "/" + status + place.hashCode();
      server.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().add("Location", place);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });

      assertThat(get(base(server) + path).status()).isEqualTo(status);
    }
    server.stop(0);

    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void stopsWhereAPackedAnswerBecomesTooLong() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      for (var i = 0; i < 64; i++) {
        zip.write(new byte[1024 * 1024]);
      }
    }
    var server = server();
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, packed.size());
          exchange.getResponseBody().write(packed.toByteArray());
          exchange.close();
        });

    assertThatThrownBy(() -> get(base(server) + "/"))
        .isInstanceOf(OutboundFailed.class)
        .hasMessageContaining("longer than");
    server.stop(0);
  }

  private OutboundReply get(String address) {
    return http.send(new OutboundCall("GET", URI.create(address), Map.of(), new byte[0]));
  }

  @Test
  void sendsNothingThatIsSomebodyElsesWhenTheConnectionIsThere() throws Exception {
    var asked = new AtomicInteger();
    var holds = new AtomicBoolean(true);
    var server = server();
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });

    assertThat(Fence.during(holds::get, () -> get(base(server) + "/one")).status()).isEqualTo(204);
    holds.set(false);
    assertThatThrownBy(() -> Fence.during(holds::get, () -> get(base(server) + "/two")))
        .isInstanceOf(Fence.Lost.class);
    assertThat(asked).hasValue(1);
    assertThat(get(base(server) + "/three").status()).isEqualTo(204);
    server.stop(0);
  }

  private static HttpServer server() throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.start();
    return server;
  }

  private static String base(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
