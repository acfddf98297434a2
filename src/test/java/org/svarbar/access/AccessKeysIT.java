package org.svarbar.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

@ArquillianTest
@RunAsClient
class AccessKeysIT {

  private final Product admin = Product.underTest();
  private final String name = "program-" + UUID.randomUUID();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void letsAProgramInWithItsKeyUntilTheKeyIsTakenAway() {
    var key = made("editor");

    assertThat(key).hasSizeGreaterThanOrEqualTo(43);
    assertThat(admin.as(name, key).get("api/knowledge/index").status()).isEqualTo(200);
    assertThat(admin.as(name, key + "x").get("api/knowledge/index").status()).isEqualTo(401);

    assertThat(admin.delete("api/access-keys/" + name).status()).isEqualTo(204);

    assertThat(admin.as(name, key).get("api/knowledge/index").status()).isEqualTo(401);
  }

  @Test
  void endsSessionsThatWereBegunWithAKeyWhenItIsTakenAway() {
    var session = session(made("editor"));
    assertThat(asked("console/knowledge", session).body()).contains("<nav");

    assertThat(admin.delete("api/access-keys/" + name).status()).isEqualTo(204);

    var answer = asked("api/knowledge/index", session);
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(asked("console/knowledge", session).body()).doesNotContain("<nav");
  }

  @Test
  void saysThatAKeyIsNotAPasswordThatCouldBeChanged() {
    var page = asked("console/password", session(made("editor")));

    assertThat(page.body()).contains("<nav");
    assertThat(page.body()).doesNotContain("type=\"password\"");
  }

  /** The cookie of somebody who logs in by form. */
  private String session(String key) {
    var begun = asked("console", "");
    var form = "j_username=" + name + "&j_password=" + URLEncoder.encode(key, UTF_8);
    var headers =
        Map.of(
            "Cookie",
            cookie(begun).orElseThrow(),
            "Content-Type",
            "application/x-www-form-urlencoded");
    var answer =
        admin
            .anonymously()
            .send("POST", "console/j_security_check", headers, BodyPublishers.ofString(form));
    assertThat(answer.status()).as("%s", answer).isEqualTo(302);
    return cookie(answer).or(() -> cookie(begun)).orElseThrow();
  }

  private static Optional<String> cookie(Answer answer) {
    return answer.header("Set-Cookie").map(it -> it.split(";", 2)[0]);
  }

  private Answer asked(String path, String session) {
    var headers =
        session.isEmpty()
            ? Map.of("Accept", "text/html")
            : Map.of("Accept", "text/html", "Cookie", session);
    return admin.anonymously().send("GET", path, headers, BodyPublishers.noBody());
  }

  @Test
  void givesAProgramNoMoreRightsThanItsRoleHas() {
    var program = admin.as(name, made("editor"));

    assertThat(program.get("api/connections").status()).isEqualTo(403);
    assertThat(program.get("api/access-keys").status()).isEqualTo(403);
    assertThat(program.post("api/access-keys", "{\"name\":\"more\",\"role\":\"admin\"}").status())
        .isEqualTo(403);
  }

  @Test
  void showsAKeyOnceOnly() {
    var key = made("admin");

    var listed = admin.get("api/access-keys");

    assertThat(listed.body()).contains(name).doesNotContain(key);
  }

  @Test
  void refusesANameThatSomebodyHas() {
    made("editor");

    var again = make(name, "editor");
    var person = make(Product.ADMIN, "admin");

    assertThat(again.status()).isEqualTo(409);
    assertThat(person.status()).isEqualTo(409);
    assertThat(admin.get("api/access-keys").status()).isEqualTo(200);
  }

  @Test
  void takesNoPersonAway() {
    var answer = admin.delete("api/access-keys/" + Product.ADMIN);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(admin.get("api/access-keys").status()).isEqualTo(200);
  }

  @Test
  void saysWhatIsWrongWithAKeyThatCannotBeMade() {
    assertThat(make("a b", "editor").body()).contains("name:");
    assertThat(make(name, "king").body()).contains("role:");
    assertThat(admin.post("api/access-keys", "[]").status()).isEqualTo(400);
  }

  private String made(String role) {
    var answer = make(name, role);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).get().asString().contains("no-store");
    JsonObject json = answer.json().asJsonObject();
    assertThat(json.getString("name")).isEqualTo(name);
    return json.getString("key");
  }

  private Answer make(String called, String role) {
    return admin.post("api/access-keys", "{\"name\":\"" + called + "\",\"role\":\"" + role + "\"}");
  }
}
