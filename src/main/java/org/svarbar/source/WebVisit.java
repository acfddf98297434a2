package org.svarbar.source;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.svarbar.knowledge.Reason;

/** One run through a web site, breadth first, one request at a time. */
final class WebVisit {

  private static final String ACCEPT = "text/html, application/xhtml+xml";
  private static final int MOST_SITEMAPS = 20;

  private final WebAddress web;
  private final WebLimits limits;
  private final SourceRun run;
  private final WebScope scope;
  private final RobotsRules robots;
  private final Duration pause;
  private final Deque<Stop> open = new ArrayDeque<>();
  private final Set<URI> known = new HashSet<>();
  private int done;
  private boolean isFull;

  /** A page to be asked for, so many links from the start. */
  private record Stop(URI address, int depth) {}

  WebVisit(WebAddress web, WebLimits limits, SourceRun run, URI start) {
    this.web = web;
    this.limits = limits;
    this.run = run;
    this.scope = new WebScope(start);
    this.robots = RobotsRules.ask(web, scope);
    this.pause = robots.pause(limits.pause());
  }

  void read() {
    if (!robots.allow(scope.start())) {
      throw new SourceUnavailable(Reason.of("source-robots", scope.start()));
    }
    known.add(scope.start());
    open.add(new Stop(scope.start(), 0));
    sitemaps();
    while (!open.isEmpty()) {
      run.progress(done, done + open.size());
      visit(open.remove());
      done++;
    }
    run.progress(done, done);
  }

  private void visit(Stop stop) {
    rest();
    var item = stop.address().toString();
    var memory = run.remembered(item).map(PageMemory::read).orElse(PageMemory.none());
    switch (web.get(stop.address(), ACCEPT, memory.validators())) {
      case Fetched.Unchanged same -> {
        run.unchanged(item);
        add(addresses(memory.links()), stop.depth() + 1);
      }
      case Fetched.Content content -> take(stop, content);
      case Fetched.Moved moved -> moved(stop, moved.to());
      case Fetched.Missing missing -> missing(stop);
      case Fetched.Failed failed -> failed(stop, failed, memory);
    }
  }

  private void take(Stop stop, Fetched.Content content) {
    var place = stop.address().toString();
    if (content.bytes().length > limits.bytes()) {
      run.refuse(place, Reason.of("page-too-large", limits.bytes() / 1000));
    } else if (WebPage.isHtml(content.type())) {
      take(stop, content.validators(), page(stop, content));
    } else if (stop.depth() == 0) {
      throw new SourceUnavailable(Reason.of("source-no-page", place));
    }
  }

  private void take(Stop stop, Validators validators, WebPage page) {
    var elsewhere = page.canonical().filter(scope::holds).filter(robots::allow);
    var isTaken = elsewhere.isEmpty() && !page.asks("noindex");
    var links =
        page.asks("nofollow")
            ? List.<URI>of()
            : page.links().stream().filter(scope::holds).toList();
    var memory = new java.util.ArrayList<>(links);
    elsewhere.ifPresent(memory::addFirst);
    run.take(
        stop.address().toString(),
        PageMemory.of(validators, memory.stream().map(URI::toString).toList()).text(),
        isTaken ? PageEntries.of(page) : List.of());
    elsewhere.ifPresent(own -> add(List.of(own), stop.depth()));
    add(links, stop.depth() + 1);
  }

  private static WebPage page(Stop stop, Fetched.Content content) {
    return WebPage.of(content.bytes(), content.type(), stop.address(), content.language());
  }

  private void moved(Stop stop, URI to) {
    var there = WebScope.normalised(to.toString()).filter(scope::isSameSite);
    if (stop.depth() == 0 && there.isEmpty()) {
      throw new SourceUnavailable(Reason.of("source-moved", to));
    }
    there
        .filter(address -> stop.depth() == 0 || scope.holds(address))
        .ifPresent(address -> enqueue(address, stop.depth()));
  }

  private void missing(Stop stop) {
    if (stop.depth() == 0 && stop.address().equals(scope.start())) {
      throw new SourceUnavailable(Reason.of("source-missing", scope.start()));
    }
  }

  /** Nobody knows whether it is still there: then it is. */
  private void failed(Stop stop, Fetched.Failed failed, PageMemory memory) {
    if (stop.depth() == 0) {
      throw new SourceUnavailable(Reason.of("source-no-answer", failed.why()));
    }
    var item = stop.address().toString();
    run.unchanged(item);
    run.refuse(item, Reason.of("page-failed", failed.why()));
    add(addresses(memory.links()), stop.depth() + 1);
  }

  private void sitemaps() {
    var all = new ArrayDeque<>(addresses(robots.sitemaps()));
    if (all.isEmpty()) {
      all.add(URI.create(scope.origin() + "/sitemap.xml"));
    }
    for (var i = 0; i < MOST_SITEMAPS && !all.isEmpty(); i++) {
      var address = all.remove();
      if (scope.isSameSite(address)
          && web.get(address, "application/xml, text/xml", Validators.NONE)
              instanceof Fetched.Content content) {
        var sitemap = Sitemap.of(content.bytes(), address);
        add(sitemap.pages(), 1);
        all.addAll(sitemap.further());
      }
    }
  }

  private void add(Collection<URI> addresses, int depth) {
    if (depth <= limits.depth()) {
      addresses.stream().filter(scope::holds).forEach(address -> enqueue(address, depth));
    }
  }

  private void enqueue(URI address, int depth) {
    if (known.contains(address) || address.toString().length() > SourceRun.LONGEST_ITEM) {
      return;
    }
    if (!robots.allow(address)) {
      known.add(address);
      run.refuse(address.toString(), Reason.of("page-robots"));
    } else if (known.size() < limits.pages()) {
      known.add(address);
      open.add(new Stop(address, depth));
    } else if (!isFull) {
      isFull = true;
      run.refuse(address.toString(), Reason.of("pages-too-many", limits.pages()));
    }
  }

  private static List<URI> addresses(List<String> texts) {
    return texts.stream().flatMap(text -> WebScope.normalised(text).stream()).toList();
  }

  private void rest() {
    try {
      Thread.sleep(done == 0 ? Duration.ZERO : pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEnded(RunEnded.By.LOSING_IT);
    }
  }
}
