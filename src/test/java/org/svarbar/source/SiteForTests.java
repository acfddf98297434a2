package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;

/** A web site on loopback whose pages change while it runs; it knows ETags. */
final class SiteForTests implements AutoCloseable {

  private final FakeHelpdesk server = FakeHelpdesk.start();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();

  SiteForTests() {
    server.on("GET", ".*", this::answer);
  }

  /** What is at this path from now on. */
  SiteForTests with(String path, String content) {
    pages.put(path, content.replace("SITE", server.base().toString()));
    return this;
  }

  void without(String path) {
    pages.remove(path);
  }

  /** Answers this status at this path; 0: as usual again. */
  void fails(String path, int status) {
    if (status == 0) {
      faults.remove(path);
    } else {
      faults.put(path, status);
    }
  }

  /** Lets nobody have this path's answer until it is opened. */
  Gate closed(String path) {
    var gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
    gates.put(path, gate);
    return gate;
  }

  /** Holds back an answer. */
  record Gate(CountDownLatch asked, CountDownLatch opened) {

    void awaitVisitor() throws InterruptedException {
      assertThat(asked.await(60, TimeUnit.SECONDS)).as("somebody asks").isTrue();
    }

    void open() {
      opened.countDown();
    }

    private void pass() {
      asked.countDown();
      try {
        opened.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  URI at(String path) {
    return URI.create(server.base() + path);
  }

  /** What was asked for at this path. */
  List<Received> received(String path) {
    return server.received("GET", path);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Received request) {
    var path = request.path();
    Optional.ofNullable(gates.get(path)).ifPresent(Gate::pass);
    var content = pages.get(path);
    if (faults.containsKey(path)) {
      return Reply.status(faults.get(path));
    }
    if (content == null) {
      return Reply.status(404);
    }
    var headers = new TreeMap<String, String>();
    headers.put("Content-Type", type(path));
    headers.put("ETag", "\"" + Integer.toHexString(content.hashCode()) + "\"");
    return headers.get("ETag").equals(request.headers().get("if-none-match"))
        ? new Reply(304, headers, "")
        : new Reply(200, headers, content);
  }

  private static String type(String path) {
    return path.endsWith(".txt")
        ? "text/plain"
        : path.endsWith(".xml")
            ? "application/xml"
            : path.endsWith(".csv") ? "text/csv; charset=utf-8" : "text/html; charset=utf-8";
  }
}
