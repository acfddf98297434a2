package org.svarbar.testing;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser, the one that is installed. A test that needs it is left out where there is none,
 * and fails there when `CI` is `true`.
 */
public final class Chromium implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Path program, List<String> arguments, List<String> without) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(arguments)
                    .setIgnoreDefaultArgs(without)
                    // a browser of the tests visits nobody but the product, and may run as root
                    .setChromiumSandbox(false));
  }

  public static Chromium start() {
    return start(List.of(), List.of());
  }

  /** One that keeps pages as they were for whoever goes back to them, as it does for its users. */
  public static Chromium startAndKeepPages() {
    return start(List.of(), List.of("--disable-back-forward-cache"));
  }

  /** One whose user lets no page in a frame of another site keep cookies. */
  public static Chromium startWithoutForeignCookies() {
    return start(List.of("--test-third-party-cookie-phaseout"), List.of());
  }

  private static Chromium start(List<String> arguments, List<String> without) {
    var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      var how =
          "there is no Chromium at any of "
              + PLACES
              + "; install it, on Debian and Ubuntu by: apt-get install chromium";
      if ("true".equals(System.getenv("CI"))) {
        fail(how);
      }
      Assumptions.abort(how);
    }
    return new Chromium(program.get(), arguments, without);
  }

  /** A fresh browser of somebody, with nothing open; colours do not change slowly in it. */
  public Page open(NewContextOptions who) {
    var page = browser.newContext(who.setReducedMotion(ReducedMotion.REDUCE)).newPage();
    page.setDefaultTimeout(20_000);
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message ->
            Optional.of(message)
                .filter(said -> said.type().equals("error"))
                // an answer with an error status is none of the page's faults
                .filter(said -> !said.text().startsWith("Failed to load resource"))
                .ifPresent(said -> complaints.add(page.url() + ": " + said.text())));
    return page;
  }

  /** Goes to this page of the console and logs in as the administrator, by keyboard. */
  public static void logIn(Page page, URI address) {
    page.navigate(address.toString());
    page.locator("#user").fill(Product.ADMIN);
    page.keyboard().press("Tab");
    page.keyboard().type(Product.ADMIN_PASSWORD);
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.NAVIGATION).first().waitFor();
  }

  /**
   * What is not seen to be a control where the reader's system chooses all colours: grounds are
   * gone then, borders and lines are left.
   *
   * @param root an expression of the page: the document, or a shadow root
   */
  public static List<?> borderless(Page page, String root) {
    return (List<?>)
        page.evaluate(
            """
            root => [...eval(root).querySelectorAll("button, input, select, textarea")]
              .filter(each => each.checkVisibility() && !["checkbox", "radio", "file"].includes(each.type))
              .filter(each => {
                const style = getComputedStyle(each);
                const bare = style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) === 0;
                const underlined = style.textDecorationLine.includes("underline");
                return (bare && !underlined) || style.forcedColorAdjust === "none";
              })
              .map(each => each.outerHTML.slice(0, 200))
            """
                .replace("eval(root)", root),
            root);
  }

  /** What pages have complained about in the browser's console, the content security policy too. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
