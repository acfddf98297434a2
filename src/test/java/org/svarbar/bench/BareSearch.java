package org.svarbar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jsonb.JsonbJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.svarbar.bench.SearchRecorder.Search;

/** Sends searches to OpenSearch by the product's client, with nothing before or after. */
final class BareSearch implements AutoCloseable {

  private final OpenSearchTransport transport;
  private final OpenSearchClient client;

  BareSearch(URI openSearch) throws URISyntaxException {
    transport =
        ApacheHttpClient5TransportBuilder.builder(HttpHost.create(openSearch.toString()))
            .setMapper(new JsonbJsonpMapper())
            .build();
    client = new OpenSearchClient(transport);
  }

  /** Asks, and reads the answer to its end. */
  void search(Search search) {
    var request =
        Requests.create(
            "POST",
            search.target().getPath(),
            List.of(),
            parameters(search.target()),
            Body.from(search.lines(), "application/x-ndjson"));
    try (var response = client.generic().execute(request)) {
      var answer = response.getBody().map(Body::bodyAsBytes).orElseThrow();
      if (response.getStatus() != 200 || answer.length == 0) {
        throw new IllegalStateException("OpenSearch answers " + response.getStatus());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parameters(URI target) {
    return target.getQuery() == null
        ? Map.of()
        : Arrays.stream(target.getQuery().split("&"))
            .map(each -> each.split("=", 2))
            .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
