package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls helpdesks whose certificates are right and wrong, from a process that trusts one issuer.
 */
class OutboundTlsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String STORE_PASSWORD = "changeit";
  private static final String TRUSTED = "trusted";

  @TempDir Path folder;

  private final List<HttpServer> started = new ArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();

  /** What the other process does: says of each address how a call to it ended. */
  public static final class Caller {

    private Caller() {}

    /**
     * @param addresses all on this machine
     */
    public static void main(String[] addresses) {
      var http = OutboundHttp.of(AllowedHosts.of("https://127.0.0.1:*"), LONG, LONG);
      for (var address : addresses) {
        System.out.println(call(http, address).replace('\n', ' '));
      }
      System.exit(0);
    }
  }

  private static String call(OutboundHttp http, String address) {
    try {
      var call = new OutboundCall("GET", URI.create(address), Map.of(), new byte[0]);
      return Integer.toString(http.send(call).status());
    } catch (OutboundFailed e) {
      return e.getMessage();
    }
  }

  @AfterEach
  void stop() {
    started.forEach(server -> server.stop(0));
  }

  @Test
  void talksOnlyToWhomACertificateThatItTrustsNames() throws Exception {
    issuer(TRUSTED);
    issuer("unknown");
    keytool("-exportcert", "-alias", TRUSTED, "-file", "issuer.crt", "-keystore", TRUSTED);
    keytool(
        "-importcert", "-noprompt", "-alias", TRUSTED, "-file", "issuer.crt", "-keystore", "trust");
    var right = server("right", TRUSTED, "ip:127.0.0.1", "-1d");
    var expired = server("expired", TRUSTED, "ip:127.0.0.1", "-30d");
    var tooEarly = server("too-early", TRUSTED, "ip:127.0.0.1", "+10d");
    var others = server("others", TRUSTED, "dns:helpdesk.example.com", "-1d");
    var strangers = server("strangers", "unknown", "ip:127.0.0.1", "-1d");

    var said = called(right, expired, tooEarly, others, strangers, right);

    assertThat(said).hasSize(6);
    assertThat(said.getFirst()).isEqualTo("200");
    assertThat(said.get(1)).contains("SSL").containsIgnoringCase("validity check failed");
    assertThat(said.get(2)).contains("SSL").containsIgnoringCase("validity check failed");
    assertThat(said.get(3)).contains("SSL").contains("127.0.0.1");
    assertThat(said.get(4)).contains("SSL").contains("unable to find valid certification path");
    assertThat(said.getLast()).isEqualTo("200");
    assertThat(answered).as("nobody else heard a request").hasValue(2);
  }

  @Test
  void callsWhoHasAnAddressOfTheSixthVersionOnly() throws Exception {
    var own = InetAddress.getByName("::1");
    assumeTrue(own.isReachable(1000), "this machine has no address of IP version 6");
    var server = HttpServer.create(new InetSocketAddress(own, 0), 0);
    answer(server);
    var address = "http://[::1]:" + server.getAddress().getPort() + "/";

    var allowed = OutboundHttp.of(AllowedHosts.of("http://[::1]:*"), LONG, LONG);
    assertThat(call(allowed, address)).isEqualTo("200");
    assertThat(answered).hasValue(1);
  }

  private List<String> called(String... addresses) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.trustStore=" + folder.resolve("trust"),
                "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                Caller.class.getName()));
    command.addAll(List.of(addresses));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var said = process.inputReader()) {
      return said.lines().toList();
    }
  }

  private void issuer(String name) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "bc:c",
        "-keystore",
        name);
  }

  private String server(String name, String issuer, String names, String from) throws Exception {
    certificate(name, issuer, names, from);
    return serving(name);
  }

  /** For five days from then on. */
  private void certificate(String name, String issuer, String names, String from) throws Exception {
    keytool(
        "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", name);
    keytool("-certreq", "-alias", name, "-file", name + ".csr", "-keystore", name);
    keytool(
        "-gencert",
        "-alias",
        issuer,
        "-infile",
        name + ".csr",
        "-outfile",
        name + ".crt",
        "-startdate",
        from,
        "-validity",
        "5",
        "-ext",
        "san=" + names,
        "-keystore",
        issuer);
    keytool("-exportcert", "-alias", issuer, "-file", name + ".issuer", "-keystore", issuer);
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "issuer",
        "-file",
        name + ".issuer",
        "-keystore",
        name);
    keytool("-importcert", "-alias", name, "-file", name + ".crt", "-keystore", name);
  }

  private String serving(String store) throws Exception {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(store))) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    answer(server);
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          answered.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    started.add(server);
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (var said = process.inputReader()) {
      var lines = said.lines().toList();
      assertThat(process.waitFor()).as("%s: %s", command, lines).isZero();
    }
  }
}
