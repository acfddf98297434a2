package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever way an address is written that the operator did not allow: nobody is called. */
class OutboundSpellingsTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  /** Ways to write this machine, its neighbours and what hosts give to their guests. */
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "127.000.000.001",
          "2130706433",
          "0x7f000001",
          "0x7f.1",
          "0x7f.0x0.0x0.0x1",
          "017700000001",
          "0177.0.0.1",
          "0",
          "0.0.0.0",
          "127.0.0.1.",
          "localhost",
          "LOCALHOST",
          "localhost.",
          "localhost.localdomain",
          "ip6-localhost",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[0000:0000:0000:0000:0000:0000:0000:0001]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::127.0.0.1]",
          "[2002:7f00:1::]",
          "[2001:0:7f00:1::80ff:fffe]",
          "[fe80::1%25lo]",
          "[::1%25lo]",
          "169.254.169.254",
          "2852039166",
          "0xa9fea9fe",
          "[::ffff:169.254.169.254]",
          "[fd00:ec2::254]",
          "metadata.google.internal",
          "10.0.0.1",
          "192.168.0.1",
          "172.16.0.1",
          "100.64.0.1",
          "%6c%6f%63%61%6c%68%6f%73%74",
          "127%2e0%2e0%2e1",
          "１２７.０.０.１",
          "ⓛocalhost",
          "127。0。0。1",
          "allowed.example",
          "allowed.example.",
          "sub.allowed.example",
          "allowed.example.evil.example");

  private static final List<String> FORMS =
      List.of(
          "http://%s:%d/",
          "HTTP://%s:%d/",
          "https://%s:%d/",
          "http://user@%s:%d/",
          "http://user:word@%s:%d/",
          "http://allowed.example:8080@%s:%d/",
          "http://allowed.example@%s:%d/",
          "http://%s:%d#@allowed.example/",
          "http://%s:%d?@allowed.example:8080/",
          "http://%s:%d\\@allowed.example:8080/",
          "http:\\\\%s:%d/",
          "http:/%s:%d/",
          "http:%s:%d",
          "//%s:%d/",
          "ftp://%s:%d/",
          "gopher://%s:%d/_x",
          "file://%s:%d/etc/passwd",
          "jar:http://%s:%d/a.jar!/",
          " http://%s:%d/",
          "http://%s:%d/\r\nX: y",
          "http://%s\t:%d/");

  @Test
  void callNobody() throws IOException {
    var heard = new AtomicInteger();
    try (var four = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        var six = new ServerSocket(four.getLocalPort(), 50, InetAddress.getByName("::1"))) {
      Stream.of(four, six).forEach(canary -> listen(canary, heard));
      var http =
          OutboundHttp.of(AllowedHosts.of("http://allowed.example:8080"), SHORT, SHORT, SHORT);
      var spellings = spellings(four.getLocalPort());
      var called = new ArrayList<String>();
      spellings.stream().filter(address -> !isRefused(http, address)).forEach(called::add);

      assertThat(spellings).hasSizeGreaterThan(1000);
      assertThat(called).as("got past the guard").isEmpty();
      assertThat(heard).as("connections that the canaries saw").hasValue(0);
      http.close();
    }
  }

  private static Set<String> spellings(int port) {
    var all = new LinkedHashSet<String>();
    for (var host : HOSTS) {
      for (var form : FORMS) {
        all.add(form.formatted(host, port));
      }
    }
    return all;
  }

  private static boolean isRefused(OutboundHttp http, String address) {
    try {
      http.send(OutboundCall.get(URI.create(address)));
      return false;
    } catch (OutboundRefused | IllegalArgumentException e) {
      return true;
    } catch (OutboundFailed e) {
      return false;
    }
  }

  private static void listen(ServerSocket canary, AtomicInteger heard) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  canary.accept().close();
                  heard.incrementAndGet();
                }
              } catch (IOException e) {
                // closed: the test is over
              }
            });
  }
}
