package org.svarbar.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchClusterTest {

  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final SearchCluster cluster = new SearchCluster();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    cluster.urls = List.of("http://127.0.0.1:" + server.getAddress().getPort());
    cluster.timeoutSeconds = 5;
    cluster.user = Optional.empty();
    cluster.password = Optional.empty();
  }

  @AfterEach
  void stop() {
    cluster.close();
    server.stop(0);
  }

  @Test
  void logsInWithTheFirstRequestAlready() throws IOException {
    cluster.user = Optional.of("svarbar");
    cluster.password = Optional.of("långt lösenord");
    cluster.open();

    cluster.client().ping();
    cluster.client().ping();

    assertThat(authorizations).hasSize(2).allMatch(it -> it.startsWith("Basic "));
    var said = Base64.getDecoder().decode(authorizations.getFirst().substring("Basic ".length()));
    assertThat(new String(said, UTF_8)).isEqualTo("svarbar:långt lösenord");
  }

  @Test
  void saysNoNameWhereNoneIsGiven() throws IOException {
    cluster.open();

    cluster.client().ping();

    assertThat(authorizations).containsExactly("null");
  }
}
