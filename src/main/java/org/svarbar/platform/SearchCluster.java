package org.svarbar.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opensearch.client.json.jsonb.JsonbJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The connection to OpenSearch, which the operator sets and nobody else can. */
@ApplicationScoped
public class SearchCluster {

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.url")
  List<String> urls;

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.timeout-seconds")
  int timeoutSeconds;

  private OpenSearchTransport transport;

  @PostConstruct
  void open() {
    transport =
        ApacheHttpClient5TransportBuilder.builder(
                urls.stream().map(SearchCluster::host).toArray(HttpHost[]::new))
            .setMapper(new JsonbJsonpMapper())
            .setDefaultHeaders(logIn().toArray(Header[]::new))
            .setRequestConfigCallback(
                config -> config.setResponseTimeout(Timeout.of(Duration.ofSeconds(timeoutSeconds))))
            .build();
  }

  /** With each request: to be asked for it first would cost a second one. */
  private List<Header> logIn() {
    return user
        .map(name -> name + ":" + password.orElse(""))
        .map(both -> Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
        .<Header>map(both -> new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + both, true))
        .stream()
        .toList();
  }

  private static HttpHost host(String url) {
    try {
      return HttpHost.create(url.strip());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("svarbar.opensearch.url is not an address: " + url, e);
    }
  }

  @PreDestroy
  void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A singleton in the sense of `jakarta.inject`: the class has final methods and cannot be
   * proxied.
   */
  @Produces
  @Singleton
  OpenSearchClient client() {
    return new OpenSearchClient(transport);
  }
}
