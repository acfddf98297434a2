package org.svarbar.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class LogInIT {

  /** Only those who have logged in are told that it is not there. */
  private static final String BEHIND_THE_LOG_IN = "console/no-such-page";

  private final Product product = Product.underTest();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void letsProgramsInWithBasic() {
    assertThat(product.get("api/no-such-thing").status()).isEqualTo(404);
  }

  @Test
  void tellsProgramsHowToLogIn() {
    for (var refused :
        new Product[] {product.anonymously(), product.as(Product.ADMIN, "not-the-password")}) {
      var answer = refused.get("api/no-such-thing");

      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).get().asString().startsWith("Basic");
      assertThat(answer.header("Content-Security-Policy")).isPresent();
    }
  }

  /** Letters that become others when their case is folded, or look alike, name somebody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ADMIN", "Admin", "ADMİN", "admın", "ａdmin", "аdmin", "admin ", "admin\u0000"})
  void takesNobodyForSomebodyElse(String name) {
    var answer = product.as(name, Product.ADMIN_PASSWORD).get("api/no-such-thing");

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
  }

  @Test
  void asksProgramsThatChangeSomethingToLogInToo() {
    var answer = product.anonymously().post("api/no-such-thing", "{}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console",
        "console/",
        "/console",
        "console;x=1/no-such-page",
        ";x=1/console/no-such-page",
        "%63onsole/no-such-page",
        "help/../console/no-such-page",
        "help/%2e%2e/console/no-such-page",
        "//api/no-such-thing"
      })
  void asksForALogInHoweverThePathIsWritten(String path) {
    var answer = product.anonymously().send("GET", "./" + path, Map.of(), BodyPublishers.noBody());

    assertThat(answer.status()).as("%s", answer).isIn(200, 401);
    if (answer.status() == 200) {
      assertThat(answer.body()).contains("j_password");
    }
  }

  @Test
  void needsNoLogInForWebhooks() {
    var answer = product.webhook("no-such-connection", new byte[] {'x'}, Map.of());

    assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sv,Lösenord",
    "nb,Passord",
    "nn,Brukarnamn",
    "da,Adgangskode",
    "fi,Salasana",
    "en,Password"
  })
  void asksInTheReadersLanguage(String language, String word) {
    var page = product.anonymously().page("console", language);

    assertThat(page.body()).contains("<html lang=\"" + language + "\">", word);
    assertThat(page.header("Content-Security-Policy")).isPresent();
  }

  @Test
  void comesBackToWhatWasAskedForAfterTheLogIn() throws Exception {
    var browser = new Browser();
    browser.get(BEHIND_THE_LOG_IN);
    var before = browser.session();

    var answer = browser.logIn(Product.ADMIN_PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .contains(product.at(BEHIND_THE_LOG_IN).toString());
    assertThat(browser.get(BEHIND_THE_LOG_IN).statusCode()).isEqualTo(404);
    assertThat(browser.session()).isNotEqualTo(before);
  }

  @Test
  void saysThatThePasswordIsWrong() throws Exception {
    var browser = new Browser();
    browser.get(BEHIND_THE_LOG_IN);

    var answer = browser.logIn("not-the-password");

    assertThat(answer.body()).contains("role=\"alert\"").contains("j_password");
    assertThat(browser.get(BEHIND_THE_LOG_IN).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheSessionFromScriptsAndOtherSites() throws Exception {
    var cookie = new Browser().get("console").headers().firstValue("Set-Cookie");

    assertThat(cookie).get().asString().contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void endsTheSessionAtLogOut() throws Exception {
    var browser = new Browser();
    browser.get(BEHIND_THE_LOG_IN);
    browser.logIn(Product.ADMIN_PASSWORD);

    var answer = browser.post("console/logout", "");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get(BEHIND_THE_LOG_IN).body()).contains("j_password");
  }

  @Test
  void showsNothingToWhoeverGoesBackAfterTheLogOut() {
    try (var chromium = Chromium.startAndKeepPages()) {
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      Chromium.logIn(page, product.at("console/connections"));
      page.navigate(product.at("console/deliveries").toString());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
      page.locator("#user").waitFor();

      page.goBack();
      page.locator("#user").waitFor();
      page.goBack();
      page.locator("#user").waitFor();
      assertThat(page.getByRole(AriaRole.NAVIGATION).count()).isZero();
    }
  }

  /** But for what somebody has typed, which is kept over the log-in. */
  @Test
  void takesAwayWhatASessionShowedWhenItIsOver() {
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      page.clock().install();
      Chromium.logIn(page, product.at("console/connections"));
      var typing = page.context().newPage();
      typing.navigate(product.at("console/try").toString());
      typing.locator("#text").fill("half a sentence");
      page.context().clearCookies();

      page.clock().fastForward("50:00");
      assertThat(page.getByRole(AriaRole.NAVIGATION).count()).isPositive();
      page.clock().fastForward("11:00");
      page.locator("#user").waitFor();
      assertThat(typing.locator("#text").inputValue()).isEqualTo("half a sentence");
      assertThat(page.url()).endsWith("console/connections");
    }
  }

  /** Browsers say where a form comes from; what does not say it, and has a session, is none. */
  @ParameterizedTest
  @CsvSource({
    "'','',403",
    "Origin,null,403",
    "Origin,https://evil.example,403",
    "Origin,http://127.0.0.1:1,403",
    "Sec-Fetch-Site,cross-site,403",
    "Sec-Fetch-Site,same-site,403",
    "Sec-Fetch-Site,nonsense,403",
    "Sec-Fetch-Site,same-origin,404"
  })
  void letsNoOtherSiteUseASession(String header, String value, int status) throws Exception {
    var browser = new Browser();
    browser.get(BEHIND_THE_LOG_IN);
    browser.logIn(Product.ADMIN_PASSWORD);
    browser.says = header.isEmpty() ? Map.of() : Map.of(header, value);

    assertThat(browser.post("api/no-such-thing", "").statusCode()).isEqualTo(status);
    assertThat(browser.post("console/no-such-page", "").statusCode()).isEqualTo(status);
  }

  /** The session was over when somebody had typed for long; what they typed is taken after all. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 14_000})
  void keepsWhatWasTypedUntilTheSessionWasOver(int letters) throws Exception {
    var key = "typed-for-long-" + letters;
    var browser = new Browser();

    assertThat(browser.post("console/knowledge/new", entry(key, letters)).body())
        .contains("j_password");
    browser.logIn(Product.ADMIN_PASSWORD);
    var answer = browser.get("console/knowledge/new");

    assertThat(answer.statusCode()).isEqualTo(303);
    var page = answer.headers().firstValue("Location").orElseThrow();
    assertThat(browser.get(URI.create(page).getPath().replaceFirst("/svarbar/", "")).body())
        .contains(key);
  }

  /** Else it would come in with the log-in of somebody who knows nothing of it. */
  @Test
  void forgetsWhatAnotherSiteSentBeforeTheLogIn() throws Exception {
    var browser = new Browser();
    browser.says = Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");
    browser.post("console/knowledge/new", entry("of-another-site", 10));
    browser.says = Map.of("Origin", "http://127.0.0.1", "Sec-Fetch-Site", "same-origin");
    browser.logIn(Product.ADMIN_PASSWORD);

    assertThat(browser.get("console/knowledge/new").statusCode()).isEqualTo(403);
    assertThat(browser.get("console/knowledge?text=of-another-site").body())
        .doesNotContain(">of-another-site<");
  }

  private static String entry(String key, int letters) {
    return "key=%s&language=sv&visibility=internal&group=&format=markdown&url=&review-on="
            .formatted(key)
        + "&questions=zzq+wwk+hjj&answer="
        + "a".repeat(letters);
  }

  /** Keeps cookies, says where its forms come from, and follows nothing. */
  private final class Browser {

    private final URI page = product.at("console");
    private Map<String, String> says =
        Map.of("Origin", page.getScheme() + "://" + page.getAuthority());

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(HttpRequest.newBuilder(product.at(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> logIn(String password) throws IOException, InterruptedException {
      return post(
          "console/j_security_check",
          "j_username="
              + Product.ADMIN
              + "&j_password="
              + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(product.at(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form));
      says.forEach(request::header);
      return client.send(request.build(), BodyHandlers.ofString());
    }

    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("JSESSIONID"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElseThrow();
    }
  }
}
