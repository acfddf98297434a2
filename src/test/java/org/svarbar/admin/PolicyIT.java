package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** How far, what is promised and what always needs a person: set in a real browser, by keyboard. */
@ArquillianTest
@RunAsClient
class PolicyIT {

  private Chromium chromium;
  private Page page;
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void logIn() {
    DemoKnowledge.known();
    connection = ConnectionForTests.generic("http://127.0.0.1:9");
    chromium = Chromium.start();
    page = chromium.open(new NewContextOptions().setLocale("en-GB"));
    Chromium.logIn(page, Product.underTest().at("console"));
  }

  @AfterEach
  void close() {
    chromium.close();
    Product.underTest().put("api/modes/switch", "{\"state\":\"on\"}");
  }

  @Test
  void turnsTheMasterSwitch() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Triage")).first().focus();
    page.keyboard().press("Enter");
    page.locator("input[name=state][value=on]").focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.getByText("The master switch is turned.").waitFor();

    assertThat(Product.underTest().get("api/modes/switch").body()).contains("no-replies");
    assertThat(page.locator("main").innerText()).contains("Last turned by admin");
  }

  @Test
  void setsHowFarAGroupMayGo() {
    open("?group=%2B");
    type("#group", "Support");
    page.locator("input[name=mode][value=draft]").focus();
    page.keyboard().press("Space");
    page.locator("#until").focus();
    type("#holidays", "2026-12-24, 2026-12-25");
    type("#signature", "Customer service");
    press("Save", "#group-settings");
    page.getByText("The settings are saved.").waitFor();

    var set = Product.underTest().get("api/modes/connections/" + connection.id()).body();
    assertThat(set).contains("\"group\":\"Support\"", "\"mode\":\"draft\"", "Customer service");
    assertThat(set).contains("\"holidays\":[\"2026-12-24\",\"2026-12-25\"]");
    assertThat(page.locator("tbody").first().innerText())
        .contains("Support", "Draft", "2 holidays");

    open("?group=%2B");
    type("#holidays", "24 December");
    press("Save", "#group-settings");
    assertThat(page.locator("#wrong").innerText())
        .contains("A group has a name", "Write dates such as 2026-12-24: “24” is no date.");
    assertThat(page.locator("#holidays").inputValue()).isEqualTo("24 December");
  }

  @Test
  void saysHowManyCasesAPromiseLacks() {
    connection.judge(40);
    open("");
    press("Ask for this promise", "main");
    page.getByText("The promise is decided on").waitFor();

    assertThat(page.locator("main").innerText())
        .contains("not yet", "40 judged tickets, 0 of them wrong.", "19 more without an error");
  }

  @Test
  void addsARuleAndTriesAMailAgainstIt() {
    open("");
    type("#rule-name", "pumps");
    type("#rule-value", "värmepump*");
    press("Add rule", "main");
    page.getByText("The rules are saved.").waitFor();

    type("#text", "Jag undrar vad värmepumpen kostar. Annars går jag till min advokat.");
    press("Judge", "main");
    page.locator("#tried ul").waitFor();

    assertThat(page.locator("#tried").innerText())
        .contains("For a person", "Rules that fire: ", "law, authority or dispute", "pumps");
    assertThat(chromium.complaints()).isEmpty();
  }

  private void open(String query) {
    var address = Product.underTest().at("console/triage/" + connection.id() + query);
    page.navigate(address.toString());
  }

  private void type(String field, String text) {
    page.locator(field).focus();
    page.keyboard().type(text);
  }

  private void press(String button, String within) {
    var named = new com.microsoft.playwright.Locator.GetByRoleOptions().setName(button);
    page.locator(within).getByRole(AriaRole.BUTTON, named.setExact(true)).first().focus();
    page.keyboard().press("Enter");
  }
}
