package org.svarbar.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a collector (OTLP 1 over HTTP, JSON) how long each step took, where the operator has one.
 * It is told soon after; what it does not take, or cannot take in time, is lost: rows and the log
 * say the same. Nothing runs, and nothing is kept, where there is none.
 */
@ApplicationScoped
public class Traces {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int MOST = 5000;
  private static final int AT_ONCE = 500;
  private static final String ADDRESS = "svarbar.traces.address";

  @Inject
  @ConfigProperty(name = ADDRESS)
  Optional<String> collector;

  @Inject OutboundHttp http;
  @Resource ManagedThreadFactory threads;

  private final BlockingQueue<Span> ended = new ArrayBlockingQueue<>(MOST);
  private Optional<BackgroundLoop> loop = Optional.empty();

  void start(@Observes Startup started) {
    collector.ifPresent(
        given -> {
          var address = URI.create(given.strip());
          var refusals = http.allowed().refusals(address);
          if (!refusals.isEmpty()) {
            throw new IllegalStateException(ADDRESS + ": " + String.join("; ", refusals));
          }
          loop = Optional.of(new BackgroundLoop("traces", EVERY, () -> tell(address), threads));
          loop.get().start();
        });
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.ifPresent(BackgroundLoop::stop);
  }

  /** Takes a step that has ended. Never blocks; the collector may never hear of it. */
  public void add(Span span) {
    if (collector.isPresent()) {
      ended.offer(span);
    }
  }

  private String tell(URI address) {
    var spans = new ArrayList<Span>();
    while (ended.drainTo(spans, AT_ONCE) > 0) {
      var reply = http.send(OutboundCall.json("POST", address, otlp(spans)));
      if (!reply.isSuccess()) {
        return "the collector of traces answers " + reply;
      }
      spans.clear();
    }
    return "";
  }

  static String otlp(List<Span> spans) {
    var all = Json.createArrayBuilder();
    spans.forEach(span -> all.add(span.json()));
    var scope =
        Json.createObjectBuilder()
            .add("scope", Json.createObjectBuilder().add("name", "org.svarbar"))
            .add("spans", all);
    var service = Json.createArrayBuilder().add(Span.attribute("service.name", "svarbar"));
    var resource =
        Json.createObjectBuilder()
            .add("resource", Json.createObjectBuilder().add("attributes", service))
            .add("scopeSpans", Json.createArrayBuilder().add(scope));
    return Json.createObjectBuilder()
        .add("resourceSpans", Json.createArrayBuilder().add(resource))
        .build()
        .toString();
  }
}
