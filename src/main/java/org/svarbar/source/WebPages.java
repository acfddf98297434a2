package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.knowledge.Reason;

/** FAQ pages of a web site. */
@ApplicationScoped
class WebPages implements SourceReader {

  @Inject WebAddress web;

  @Inject
  @ConfigProperty(name = "svarbar.source.web.most-pages")
  int mostPages;

  @Inject
  @ConfigProperty(name = "svarbar.source.web.deepest")
  int deepest;

  @Inject
  @ConfigProperty(name = "svarbar.source.web.largest-page-bytes")
  int largestPage;

  @Inject
  @ConfigProperty(name = "svarbar.source.web.pause-millis")
  int pauseMillis;

  @Override
  public String kind() {
    return "web";
  }

  @Override
  public Place place() {
    return Place.ADDRESS;
  }

  @Override
  public Optional<Reason> refusal(Source source) {
    return web.refusal(source.address());
  }

  @Override
  public void read(Source source, SourceRun run) {
    var start =
        WebScope.normalised(source.address())
            .orElseThrow(
                () ->
                    new SourceUnavailable(Reason.of("source-address-unusable", source.address())));
    var limits = new WebLimits(mostPages, deepest, largestPage, Duration.ofMillis(pauseMillis));
    new WebVisit(web, limits, run, start).read();
  }
}
