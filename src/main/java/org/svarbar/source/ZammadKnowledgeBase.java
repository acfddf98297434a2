package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.OutboundHttp;

/**
 * Answers of Zammad's knowledge bases, by its REST API. Published answers are public, internal ones
 * internal; drafts and archived answers are not taken.
 */
@ApplicationScoped
class ZammadKnowledgeBase implements SourceReader {

  private static final String HELPDESK = "zammad";

  @Inject HelpdeskOfSource helpdesks;
  @Inject OutboundHttp http;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "zammad-knowledge-base";
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
    var calls = new ZammadKnowledgeBaseCalls(http, clock, helpdesks.of(source, HELPDESK));
    new ZammadAnswerReading(calls, run, clock.instant()).read();
  }
}
