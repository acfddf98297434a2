package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensearch.client.json.jsonb.JsonbJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.svarbar.platform.SearchUnavailable;

class SearchCallsTest {

  private final SearchCalls calls = new SearchCalls();
  private HttpServer server;
  private OpenSearchTransport transport;
  private volatile int status = 200;
  private volatile String body = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    transport =
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost("http", "127.0.0.1", server.getAddress().getPort()))
            .setMapper(new JsonbJsonpMapper())
            .build();
    calls.client = new OpenSearchClient(transport);
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.stop(0);
  }

  @Test
  void readsWhatOpenSearchSays() {
    body = "{\"took\":3}";

    assertThat(calls.call("GET", "/_x"))
        .hasValueSatisfying(it -> assertThat(it.getInt("took")).isEqualTo(3));
  }

  @Test
  void takesAMissingIndexForAnAnswer() {
    status = 404;

    assertThat(calls.call("GET", "/_x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429, {}", "503, {}", "502, '<html>bad gateway</html>'", "200, '<html>hello</html>'"})
  void isUnavailable(int answered, String said) {
    status = answered;
    body = said;

    assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> calls.call("GET", "/_x"));
  }

  @Test
  void isUnavailableWhenNobodyListens() {
    server.stop(0);

    assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> calls.call("GET", "/_x"));
  }

  @Test
  void saysTheKindOfARefusalAndNothingOfItsWording() {
    status = 400;
    body = "{\"error\":{\"type\":\"parsing_exception\",\"reason\":\"secret words\"}}";

    assertThatIllegalStateException()
        .isThrownBy(() -> calls.call("GET", "/_x"))
        .withMessageContaining("parsing_exception")
        .withMessageNotContaining("secret");
  }
}
