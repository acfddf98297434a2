package org.svarbar.platform;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives a request a thread only when its body is there, and cuts off whose body takes too long:
 * else those who send a byte a second hold all threads, and everybody else waits. Of what is longer
 * than any webhook only the beginning is waited for; somebody who has logged in uploads it. And
 * refuses a body of which nobody can say where it ends.
 */
public class WholeBodies implements ServletExtension {

  static final String WITHIN = "svarbar.http.body-within-seconds";

  private static final Logger LOG = System.getLogger(WholeBodies.class.getName());
  private static final int LONGEST_WEBHOOK = 1_000_000;
  private static final int LONGER_FOR_UPLOADS = 10;

  /** There is memory for as many of these as there are connections. */
  private static final int SHORT = 65_536;

  private static final int SECONDS_UNTIL_ROOM = 5;
  private static final int SHARE = 4;

  private static final ScheduledThreadPoolExecutor CUTS_OFF = cutsOff();

  private final BodyRoom room = roomIn(Runtime.getRuntime().maxMemory());

  private static BodyRoom roomIn(long memory) {
    return new BodyRoom(memory / SHARE, memory / SHARE / SHARE);
  }

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    var config = ConfigProvider.getConfig(); // asked later: a wrong value is for Settings to refuse
    deployment.addInitialHandlerChainWrapper(
        next -> exchange -> take(exchange, next, config.getValue(WITHIN, Integer.class)));
  }

  /**
   * Its thread goes when there is nothing to wait for, so that none is left of a WAR taken away.
   */
  private static ScheduledThreadPoolExecutor cutsOff() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("svarbar-cuts-off").factory());
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(1, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private void take(HttpServerExchange exchange, HttpHandler next, int seconds) throws Exception {
    if (isOfUnknownLength(exchange)) {
      exchange.setStatusCode(StatusCodes.NOT_IMPLEMENTED).setPersistent(false).endExchange();
      return;
    }
    if (exchange.isRequestComplete()) {
      next.handleRequest(exchange);
      return;
    }
    var announced = exchange.getRequestContentLength();
    cutOffAfter(announced > LONGEST_WEBHOOK ? seconds * LONGER_FOR_UPLOADS : seconds, exchange);
    if (announced > exchange.getMaxEntitySize() && exchange.getMaxEntitySize() > 0) {
      next.handleRequest(exchange); // nobody reads that much: it is answered at once
      return;
    }
    if (!hasRoom(exchange, announced)) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_UNTIL_ROOM);
      exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE).setPersistent(false).endExchange();
      return;
    }
    if (!goesOn(exchange)) {
      cutOff(exchange, 0);
      return;
    }
    var buffers = LONGEST_WEBHOOK / exchange.getConnection().getByteBufferPool().getBufferSize();
    new RequestBufferingHandler(next, buffers + 1).handleRequest(exchange);
  }

  /**
   * Whoever stands before us may take what the server passes over for chunks, and so two requests
   * for one.
   */
  private static boolean isOfUnknownLength(HttpServerExchange exchange) {
    var coding = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    return coding != null && !(coding.size() == 1 && coding.getFirst().equalsIgnoreCase("chunked"));
  }

  /**
   * Whether there is memory for it; kept until it is answered.
   *
   * @param announced bytes; less than 0: not said
   */
  private boolean hasRoom(HttpServerExchange exchange, long announced) throws IOException {
    if (announced >= 0 && announced <= SHORT) {
      return true;
    }
    var bytes = announced < 0 ? LONGEST_WEBHOOK : Math.min(announced, LONGEST_WEBHOOK);
    var address = exchange.getSourceAddress().getAddress();
    var sender = address == null ? "" : RateLimit.network(address.getHostAddress());
    if (!room.take(sender, bytes)) {
      LOG.log(Level.DEBUG, "no memory for another body that is on its way");
      return false;
    }
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          room.leave(sender, bytes);
          following.proceed();
        });
    return true;
  }

  /** Tells who asks whether to send the body that it may. */
  private static boolean goesOn(HttpServerExchange exchange) throws IOException {
    var told =
        !HttpContinue.requiresContinueResponse(exchange)
            || HttpContinue.createResponseSender(exchange).send();
    exchange.getRequestHeaders().remove(Headers.EXPECT); // else nobody waits for the body
    return told;
  }

  private static void cutOffAfter(int seconds, HttpServerExchange exchange) {
    var end = CUTS_OFF.schedule(() -> cutOff(exchange, seconds), seconds, TimeUnit.SECONDS);
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          end.cancel(false);
          following.proceed();
        });
  }

  private static void cutOff(HttpServerExchange exchange, int seconds) {
    if (exchange.isRequestComplete()) {
      return;
    }
    LOG.log(Level.DEBUG, "a body was not there after {0} s", seconds);
    try {
      exchange.getConnection().close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a connection broke while it was closed", e);
    }
  }
}
