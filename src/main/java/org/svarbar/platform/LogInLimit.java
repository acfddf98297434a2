package org.svarbar.platform;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Methods;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How often somebody who has no session may ask for what needs a log-in. The server begins a
 * session to come back to it, and keeps in it what was sent: without a limit, whoever sends forms
 * fills the memory within seconds, and webhooks find a server that stands still. It is asked before
 * any session begins, which no filter is.
 */
public class LogInLimit implements ServletExtension {

  static final String PER_MINUTE = "svarbar.console.log-ins-per-minute";

  /** How many times as much all addresses together may ask. */
  private static final int ALL = 5;

  /** Which everybody may ask for. */
  private static final String PAGE = "/console/too-often";

  private static final double SECONDS = 60;

  /** From one address, and from all; made at the first request: Settings refuses wrong values. */
  private record Limits(RateLimit ofAddresses, RateLimit ofAll) {

    static Limits of(int perMinute) {
      return new Limits(
          new RateLimit(perMinute, perMinute / SECONDS),
          new RateLimit((double) ALL * perMinute, ALL * perMinute / SECONDS));
    }

    /** The limit that `address` is over; empty: none. */
    Optional<RateLimit> reached(String address, long nanos) {
      if (!ofAddresses.takes(address, nanos)) {
        return Optional.of(ofAddresses);
      }
      return ofAll.takes("", nanos) ? Optional.empty() : Optional.of(ofAll);
    }
  }

  private volatile Limits limits;

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addOuterHandlerChainWrapper(next -> exchange -> let(exchange, next));
  }

  private void let(HttpServerExchange exchange, HttpHandler next) throws Exception {
    var context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    var request = context.getOriginalRequest();
    var reached =
        beginsASession(request)
            ? limits().reached(RateLimit.network(request.getRemoteAddr()), System.nanoTime())
            : Optional.<RateLimit>empty();
    if (reached.isPresent()) {
      var wait = Long.toString(reached.get().secondsToWait());
      context.getOriginalResponse().setHeader("Retry-After", wait);
      lead(exchange, context);
    }
    next.handleRequest(exchange);
  }

  /** To the page that says so, as if it had been asked for: nothing can be forwarded yet. */
  private static void lead(HttpServerExchange exchange, ServletRequestContext context) {
    var whole = context.getOriginalRequest().getContextPath() + PAGE;
    exchange.setRelativePath(PAGE).setRequestPath(whole).setRequestURI(whole);
    exchange.setRequestMethod(Methods.GET);
    context.setServletPathMatch(
        context.getDeployment().getServletPaths().getServletHandlerByPath(PAGE));
  }

  private static boolean beginsASession(HttpServletRequest request) {
    var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    return path.startsWith("/console") && request.getSession(false) == null;
  }

  private Limits limits() {
    var known = limits;
    if (known == null) {
      known = Limits.of(ConfigProvider.getConfig().getValue(PER_MINUTE, Integer.class));
      limits = known;
    }
    return known;
  }
}
