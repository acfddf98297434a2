package org.svarbar.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DocumentedCommands;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Keycloak;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;
import org.svarbar.testing.StockWildFly;

/** Log-in at a real provider, on a WildFly that was switched over as `docs/operations.md` says. */
class OidcIT {

  private static final Path OPERATIONS = Path.of("docs/operations.md");
  private static final String SECRET_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String ADMINISTRATOR = "the-administrator";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String AGENT = "the-agent";
  private static final Map<String, String> PASSWORDS =
      Map.of(
          ADMINISTRATOR,
          "administrators-password",
          AGENT,
          "agents-password",
          "somebody-else",
          "elses-password");

  private static StockWildFly wildFly;
  private static Keycloak keycloak;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start();
    var folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "oidc");
    wildFly = StockWildFly.in(folder);
    var realm = Files.readString(Path.of("src/test/resources/oidc/house.json"));
    keycloak =
        Keycloak.start(
            folder,
            realm.replace("PUBLIC_URL", wildFly.product().toString()),
            KillableServer.freePort());
    switchOver(folder);
    wildFly.start(
        "set -a; . ./svarbar.env; set +a\n\"$WILDFLY_HOME\"/bin/standalone.sh"
            + " --server-config=standalone.xml");
    Eventually.within(Duration.ofMinutes(3))
        .see("it is ready, says " + folder, wildFly::ready, it -> it.status() == 200);
  }

  /** From a server with passwords to one with a provider, twice: the second time is nothing new. */
  private static void switchOver(Path folder) throws IOException {
    var installing = DocumentedCommands.of(OPERATIONS, "### On a WildFly of your own");
    var switching =
        DocumentedCommands.of(OPERATIONS, "### Log-in at an OpenID Connect provider")
            .with(Map.of("https://login.example.com/realms/house", keycloak.realm().toString()));
    wildFly.type(installing.block("embed-server --server-config=$config"));
    Files.writeString(
        folder.resolve("svarbar.env"),
        """
        SVARBAR_PUBLIC_URL=%s
        SVARBAR_OPENSEARCH_URL=http://127.0.0.1:1
        SVARBAR_OUTBOUND_ALLOWED=http://127.0.0.1:*
        SVARBAR_SECRET_KEY=%s
        SVARBAR_CONSOLE_FIRST_PASSWORD=%s
        """
            .formatted(wildFly.product(), SECRET_KEY, "a-password-of-before"));
    Files.writeString(folder.resolve("client-secret.txt"), "a-secret-of-the-tests\n");
    var encrypted = installing.block("encrypted()").split("umask", 2)[0];
    wildFly.type(encrypted + switching.block("SVARBAR_ACCESS_OIDC_CLIENT_SECRET"));
    wildFly.type(switching.block("60-oidc.cli"));
    var once = wildFly.configuration("standalone.xml");
    wildFly.type(switching.block("60-oidc.cli"));
    assertThat(wildFly.configuration("standalone.xml")).isEqualTo(once);
    Files.copy(folder.resolve("svarbar.war"), wildFly.file("standalone/deployments/svarbar.war"));
  }

  @AfterAll
  static void stop() {
    for (var each : List.<AutoCloseable>of(wildFly, keycloak, chromium)) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void administratorsDoEverythingAndLogOut() {
    var page = logIn(ADMINISTRATOR);

    assertThat(page.url()).startsWith(wildFly.product() + "/console");
    assertThat(page.content()).contains(ADMINISTRATOR);
    page.navigate(wildFly.product() + "/console/connections");
    page.getByRole(AriaRole.HEADING, heading("Connections")).first().waitFor();
    assertThat(key(page, "of-an-administrator", "admin")).hasSizeGreaterThan(40);
    page.navigate(wildFly.product() + "/console/audit");
    assertThat(page.content()).contains(ADMINISTRATOR);

    page.getByRole(AriaRole.BUTTON, button("Log out")).click();
    page.getByRole(AriaRole.HEADING, heading("You are logged out")).waitFor();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log in again")).click();

    page.locator("#password").waitFor();
    assertThat(page.url()).startsWith(keycloak.realm().toString());
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void agentsDoWhatAgentsMay() {
    var page = logIn(AGENT);

    assertThat(page.url()).endsWith("/console/try");
    page.navigate(wildFly.product() + "/console/connections");

    assertThat(page.content()).contains("Your role does not include this");
  }

  @Test
  void whoHasNoRoleMayNothing() {
    var page = logIn("somebody-else");

    assertThat(page.content()).contains("Your role does not include this");
    assertThat(page.content()).doesNotContain("Connections");
  }

  @Test
  void aSessionThatSomebodyElseChoseIsWorthNothing() {
    var page = chromium.open(english());
    page.context()
        .addCookies(
            List.of(new Cookie("JSESSIONID", "chosen").setUrl(wildFly.product() + "/console")));
    page.navigate(wildFly.product() + "/console");
    var before = session(page);
    enter(page, ADMINISTRATOR);

    assertThat(session(page)).hasSizeGreaterThan(20).isNotEqualTo(before);
    assertThat(before).as("the session of before").satisfies(OidcIT::opensNothing);
    assertThat("chosen").satisfies(OidcIT::opensNothing);
  }

  private static void opensNothing(String session) {
    var planted = Map.of("Cookie", "JSESSIONID=" + session, "Accept", "text/html");
    var answer = product().send("GET", "console", planted, BodyPublishers.noBody());
    assertThat(answer.status()).as("%s", answer).isEqualTo(302);
    assertThat(answer.header("Location")).get().asString().startsWith(keycloak.realm().toString());
  }

  @Test
  void anotherSitesFormChangesNothing() {
    var page = logIn(ADMINISTRATOR);
    var forged =
        Map.of(
            "Cookie",
            "JSESSIONID=" + session(page),
            "Sec-Fetch-Site",
            "cross-site",
            "Content-Type",
            "application/json");

    var answer =
        product()
            .send(
                "PUT", "api/modes/switch", forged, BodyPublishers.ofString("{\"state\":\"off\"}"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
  }

  @Test
  void programsKeepTheirKeysAndHelpdesksTheirWebhooks() {
    var key = key(logIn(ADMINISTRATOR), "a-program", "admin");
    var program = product().as("a-program", key);

    assertThat(program.get("api/connections").status()).isEqualTo(200);
    var wrong = product().as("a-program", key + "x").get("api/connections");
    assertThat(wrong.status()).as("%s", wrong).isEqualTo(401);
    var former = product().as(Product.ADMIN, "a-password-of-before").get("api/connections");
    assertThat(former.status()).as("%s", former).isEqualTo(401);

    var connection = ConnectionForTests.generic(program, "http://127.0.0.1:1");
    var answer = connection.deliver("msg_1", "{\"type\":\"ticket.created\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /**
   * Any application of the house gets tokens that the provider has signed, and says roles in them.
   */
  @Test
  void tokensOfAnotherApplicationOpenNothing() {
    assertThat(withToken("trusted-application", "").status()).as("made for us").isEqualTo(200);

    var other = withToken("another-application", "");
    assertThat(other.status()).as("%s", other).isEqualTo(401);
    var spoilt = withToken("trusted-application", "x");
    assertThat(spoilt.status()).as("%s", spoilt).isEqualTo(401);
  }

  /** Whoever can make tokens, but has not the provider's key. */
  @Test
  void forgedTokensOpenNothing() throws Exception {
    var parts = token("trusted-application").split("\\.");
    var kid = part(parts[0]).getString("kid");
    var provider = Product.at(keycloak.realm().resolve("/realms/"));
    var published = provider.get("house").json().asJsonObject().getString("public_key");
    var pem = "-----BEGIN PUBLIC KEY-----\n" + published + "\n-----END PUBLIC KEY-----";
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var ours = generator.generateKeyPair();
    var jwk =
        "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\""
            + BASE64.encodeToString(((RSAPublicKey) ours.getPublic()).getModulus().toByteArray())
            + "\"}";
    var changed = encoded(part(parts[1]).toString().replace("somebody-else", ADMINISTRATOR));
    var elsewhere = encoded(part(parts[1]).toString().replace("/realms/house", "/realms/other"));
    var forged = new LinkedHashMap<String, String>();
    forged.put("another's content", parts[0] + "." + changed + "." + parts[2]);
    for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
      forged.put("alg " + none, encoded("{\"alg\":\"" + none + "\"}") + "." + parts[1] + ".");
    }
    for (var secret : List.of(published, pem, pem + "\n", kid, "")) {
      var head = encoded("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + parts[1];
      forged.put("HS256 " + secret.length(), head + "." + hmac(secret, head));
    }
    for (var more : List.of("", ",\"jwk\":" + jwk, ",\"jku\":\"http://127.0.0.1:9/keys\"")) {
      var head = encoded("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"" + more + "}");
      forged.put("our key" + more, signed(head + "." + parts[1], ours));
      forged.put("our issuer" + more, signed(head + "." + elsewhere, ours));
    }

    assertThat(bearing(String.join(".", parts)).status()).as("not forged").isEqualTo(200);
    forged.forEach((how, token) -> assertThat(bearing(token).status()).as(how).isIn(400, 401));
  }

  @Test
  void tokensEndWhenTheySay() {
    var token = token("hasty-application");
    assertThat(bearing(token).status()).as("at first").isEqualTo(200);

    Eventually.within(Duration.ofMinutes(1))
        .see("its time is over", () -> bearing(token).status(), status -> status == 401);
  }

  @Test
  void aCodeLogsInOnce() {
    var page = chromium.open(english());
    var codes = new CopyOnWriteArrayList<String>();
    page.onRequest(
        request -> {
          if (request.url().startsWith(wildFly.product() + "/")
              && request.url().contains("code=")) {
            codes.add(request.url());
          }
        });
    page.navigate(wildFly.product() + "/console");
    enter(page, ADMINISTRATOR);
    assertThat(codes).isNotEmpty();

    var thief = chromium.open(english());
    thief.navigate(codes.getFirst());

    assertThat(thief.content()).doesNotContain(ADMINISTRATOR);
    thief.navigate(wildFly.product() + "/console/audit");
    assertThat(thief.url()).startsWith(keycloak.realm().toString());
  }

  @Test
  void programsAndWebhooksGoOnWhileTheProviderHangs() {
    var key = key(logIn(ADMINISTRATOR), "meanwhile", "admin");
    var program = product().as("meanwhile", key);
    var connection = ConnectionForTests.generic(program, "http://127.0.0.1:1");

    keycloak.whileItHangs(
        () -> {
          assertThat(program.get("api/connections").status()).isEqualTo(200);
          var answer = connection.deliver("msg_hangs", "{\"type\":\"ticket.created\"}");
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        });
    assertThat(logIn(ADMINISTRATOR).content()).contains(ADMINISTRATOR);
  }

  private static JsonObject part(String encoded) {
    var json = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
    return Json.createReader(new StringReader(json)).readObject();
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private static String hmac(String secret, String content) throws GeneralSecurityException {
    var key = secret.isEmpty() ? new byte[1] : secret.getBytes(UTF_8);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return BASE64.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
  }

  private static String signed(String content, KeyPair key) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes(UTF_8));
    return content + "." + BASE64.encodeToString(signature.sign());
  }

  private static Answer withToken(String application, String spoiling) {
    return bearing(token(application) + spoiling);
  }

  private static String token(String application) {
    var asked =
        "grant_type=password&client_id="
            + application
            + "&client_secret=another-secret-of-the-tests&username=somebody-else&password="
            + PASSWORDS.get("somebody-else");
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var provider = Product.at(URI.create(keycloak.realm() + "/")).anonymously();
    var given =
        provider.send(
            "POST", "protocol/openid-connect/token", form, BodyPublishers.ofString(asked));
    assertThat(given.status()).as("%s", given).isEqualTo(200);
    return given.json().asJsonObject().getString("access_token");
  }

  private static Answer bearing(String token) {
    return product()
        .anonymously()
        .send(
            "GET",
            "api/connections",
            Map.of("Authorization", "Bearer " + token),
            BodyPublishers.noBody());
  }

  private static Product product() {
    return Product.at(URI.create(wildFly.product() + "/"));
  }

  private static Page logIn(String who) {
    var page = chromium.open(english());
    page.navigate(wildFly.product() + "/console");
    enter(page, who);
    return page;
  }

  /** At the provider, whose page this is. */
  private static void enter(Page page, String who) {
    assertThat(page.url()).startsWith(keycloak.realm().toString());
    page.locator("#username").fill(who);
    page.locator("#password").fill(PASSWORDS.get(who));
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.startsWith(wildFly.product().toString()));
  }

  /** A key of a program, which a page of ours asks for in the name of who has logged in. */
  private static String key(Page page, String name, String role) {
    return (String)
        page.evaluate(
            """
            async ([address, name, role]) => {
              const answer = await fetch(address + '/api/access-keys', {
                method: 'POST',
                headers: {'Content-Type': 'application/json'},
                body: JSON.stringify({name, role})
              });
              return (await answer.json()).key;
            }
            """,
            List.of(wildFly.product().toString(), name, role));
  }

  private static String session(Page page) {
    return page.context().cookies(wildFly.product().toString()).stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElse("");
  }

  private static NewContextOptions english() {
    return new NewContextOptions().setLocale("en-GB");
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
