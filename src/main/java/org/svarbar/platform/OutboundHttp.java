package org.svarbar.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one way out to other people's servers. Calls only what the operator allowed, follows no
 * redirect, reads at most {@value #LONGEST_REPLY} bytes, retries nothing by itself: who calls knows
 * whether repeating is safe.
 */
@ApplicationScoped
public class OutboundHttp {

  static final int LONGEST_REPLY = 16 * 1024 * 1024;

  @Inject
  @ConfigProperty(name = "svarbar.outbound.allowed")
  Optional<String> allowedList;

  @Inject
  @ConfigProperty(name = "svarbar.outbound.connect-timeout-seconds")
  int connectSeconds;

  @Inject
  @ConfigProperty(name = "svarbar.outbound.answer-timeout-seconds")
  int answerSeconds;

  @Inject
  @ConfigProperty(name = "svarbar.outbound.longest-answer-seconds")
  int longestSeconds;

  private AllowedHosts allowed;
  private CloseableHttpClient client;
  private Duration longest;

  /** Breaks off what takes too long as a whole; each wait for a byte is bounded by the socket. */
  private final ScheduledExecutorService breaksOff =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("svarbar-outbound-breaks-off").factory());

  /** One that the container does not make. */
  public static OutboundHttp of(AllowedHosts allowed, Duration connect, Duration answer) {
    return of(allowed, connect, answer, Duration.ofMinutes(1));
  }

  /**
   * One that the container does not make.
   *
   * @param longest how long a whole call may take
   */
  static OutboundHttp of(
      AllowedHosts allowed, Duration connect, Duration answer, Duration longest) {
    var http = new OutboundHttp();
    http.allowed = allowed;
    http.client = client(connect, answer);
    http.longest = longest;
    return http;
  }

  @PostConstruct
  void open() {
    allowed = AllowedHosts.of(allowedList.orElse(""));
    client = client(Duration.ofSeconds(connectSeconds), Duration.ofSeconds(answerSeconds));
    longest = Duration.ofSeconds(longestSeconds);
  }

  @PreDestroy
  void close() {
    breaksOff.shutdownNow();
    client.close(CloseMode.GRACEFUL);
  }

  /** What the operator allowed, for the console to offer and to explain. */
  public AllowedHosts allowed() {
    return allowed;
  }

  /**
   * @throws OutboundRefused when the operator has not allowed the address; nothing was sent
   * @throws OutboundFailed when no whole answer came
   * @throws Fence.Lost when the way there took so long that it must not be sent any more
   */
  public OutboundReply send(OutboundCall call) {
    var refusals = allowed.refusals(call.uri());
    if (!refusals.isEmpty()) {
      throw new OutboundRefused(String.join("; ", refusals));
    }
    var request = new HttpUriRequestBase(call.method(), call.uri());
    Correlation.current()
        .ifPresent(it -> request.setHeader(Correlation.TRACEPARENT, it.traceparent()));
    call.headers().forEach(request::setHeader);
    if (call.body().length > 0) {
      var type = call.headers().getOrDefault("Content-Type", "application/octet-stream");
      request.setEntity(new ByteArrayEntity(call.body(), ContentType.parse(type)));
    }
    var end = breaksOff.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, OutboundHttp::reply);
    } catch (IOException e) {
      var why =
          request.isCancelled()
              ? "no whole answer within " + longest.toSeconds() + " s"
              : e.getClass().getSimpleName() + " " + e.getMessage();
      throw new OutboundFailed(call + ": " + why, e);
    } finally {
      end.cancel(false);
    }
  }

  private static OutboundReply reply(ClassicHttpResponse response) throws IOException {
    var headers = new HashMap<String, String>();
    for (var header : response.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    var entity = response.getEntity();
    var body = entity == null ? new byte[0] : read(entity.getContent());
    return new OutboundReply(response.getCode(), headers, body);
  }

  private static byte[] read(InputStream content) throws IOException {
    try (content) {
      var body = content.readNBytes(LONGEST_REPLY + 1);
      if (body.length > LONGEST_REPLY) {
        throw new IOException("the answer is longer than " + LONGEST_REPLY + " bytes");
      }
      return body;
    }
  }

  private static CloseableHttpClient client(Duration connect, Duration answer) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(20)
            .setMaxConnTotal(100)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(connect))
                    .setSocketTimeout(Timeout.of(answer))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .setTimeToLive(TimeValue.ofMinutes(1))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(answer))
                .setConnectionRequestTimeout(Timeout.of(connect))
                .build())
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(),
            "fence",
            (request, scope, chain) -> {
              Fence.check();
              return chain.proceed(request, scope);
            })
        .setUserAgent("Svarbar")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }
}
