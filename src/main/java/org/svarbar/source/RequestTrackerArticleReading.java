package org.svarbar.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.svarbar.helpdesk.Fields;
import org.svarbar.knowledge.FoundForm;

/** One run through RT's articles: the list first, then what is newer than what is remembered. */
final class RequestTrackerArticleReading {

  /** RT counts whole seconds, and its clock may differ: what is as fresh as this is read again. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final String UNSETTLED = "fresh ";

  private final RequestTrackerArticleCalls calls;
  private final SourceRun run;
  private final Clock clock;

  RequestTrackerArticleReading(RequestTrackerArticleCalls calls, SourceRun run, Clock clock) {
    this.calls = calls;
    this.run = run;
    this.clock = clock;
  }

  void read() {
    var all = list();
    for (var i = 0; i < all.size(); i++) {
      run.progress(i, all.size());
      read(all.get(i));
    }
    run.progress(all.size(), all.size());
  }

  private void read(Fields listed) {
    var number = listed.text("id").orElseThrow();
    var updated = listed.text("LastUpdated").orElse("");
    if (run.remembered(number).filter(updated::equals).isPresent()) {
      run.unchanged(number);
    } else {
      calls.article(number).ifPresent(article -> take(number, article));
    }
  }

  private void take(String number, Fields article) {
    var form = new RequestTrackerArticle(article).form();
    run.take(number, memory(article), List.of(FoundForm.of("article " + number, form)));
  }

  private String memory(Fields article) {
    var settled = clock.instant().minus(FRESH);
    var isFresh = article.instant("LastUpdated").filter(settled::isAfter).isEmpty();
    return (isFresh ? UNSETTLED : "")
        + article.text("LastUpdated").orElse(Instant.EPOCH.toString());
  }

  /**
   * Each page begins after the last number of the page before it, since an article that is disabled
   * meanwhile would shift those behind it to the front. RT leaves out what our account may not see,
   * so a page may be empty and not the last.
   */
  private List<Fields> list() {
    var all = new ArrayList<Fields>();
    var after = 0L;
    var page = 1;
    while (true) {
      var answer = calls.after(after, page);
      var items = answer.objects("items");
      all.addAll(items);
      if (isLast(answer, page)) {
        return all;
      }
      if (items.isEmpty()) {
        page++;
      } else {
        after = Long.parseLong(items.getLast().text("id").orElseThrow());
        page = 1;
      }
    }
  }

  private static boolean isLast(Fields answer, int page) {
    return answer
        .text("pages")
        .map(Double::parseDouble)
        .map(pages -> pages <= page)
        .orElseGet(() -> answer.objects("items").isEmpty());
  }
}
