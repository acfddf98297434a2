package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.OutboundHttp;

/**
 * Articles of Request Tracker 5 and 6, by REST 2.0. Disabled articles are not listed there, so they
 * are gone.
 */
@ApplicationScoped
class RequestTrackerArticles implements SourceReader {

  private static final String HELPDESK = "request-tracker";

  @Inject HelpdeskOfSource helpdesks;
  @Inject OutboundHttp http;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "rt-articles";
  }

  @Override
  public Place place() {
    return Place.CONNECTION;
  }

  @Override
  public Optional<Reason> refusal(Source source) {
    return helpdesks.refusal(source, HELPDESK);
  }

  @Override
  public void read(Source source, SourceRun run) {
    var calls = new RequestTrackerArticleCalls(http, clock, helpdesks.of(source, HELPDESK));
    new RequestTrackerArticleReading(calls, run, clock).read();
  }
}
