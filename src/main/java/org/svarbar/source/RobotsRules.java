package org.svarbar.source;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.svarbar.knowledge.Reason;

/** What a site's `robots.txt` (RFC 9309) lets us do. */
record RobotsRules(BaseRobotRules rules) {

  private static final String AGENT = "svarbar";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  static RobotsRules of(byte[] file, URI address) {
    return new RobotsRules(
        new SimpleRobotRulesParser()
            .parseContent(address.toString(), file, "text/plain", List.of(AGENT)));
  }

  /** There is none. */
  static RobotsRules none() {
    return new RobotsRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL));
  }

  /**
   * As the site has them now.
   *
   * @throws SourceUnavailable when they cannot be had: then nothing may be read
   */
  static RobotsRules ask(WebAddress web, WebScope scope) {
    var address = URI.create(scope.origin() + "/robots.txt");
    return switch (web.get(address, "text/plain, */*;q=0.1", Validators.NONE)) {
      case Fetched.Content content -> of(content.bytes(), address);
      case Fetched.Failed failed when isServersFault(failed) ->
          throw new SourceUnavailable(Reason.of("source-no-answer", failed.why()));
      default -> none();
    };
  }

  boolean allow(URI address) {
    return rules.isAllowed(address.toString());
  }

  /** How long to wait between two requests: what the site asks for, but not for ever. */
  Duration pause(Duration own) {
    var asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    var longer = asked.compareTo(own) > 0 ? asked : own;
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  List<String> sitemaps() {
    return rules.getSitemaps();
  }

  private static boolean isServersFault(Fetched.Failed failed) {
    return !failed.why().startsWith("HTTP 4");
  }
}
