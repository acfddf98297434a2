package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.svarbar.testing.Product.Answer;

/** A site that a test made for itself, as a page of its origin sees it. */
public record HelpSiteForTests(String id, String key, String origin) {

  /** Keeps sessions without being asked, and has all ways to a person. */
  public static HelpSiteForTests open(String origin) {
    return of(origin, form(origin).add("consentRequired", false));
  }

  public static HelpSiteForTests of(String origin, jakarta.json.JsonObjectBuilder form) {
    var id = "s-" + UUID.randomUUID().toString().substring(0, 8);
    var answer = Product.underTest().put("api/sites/" + id, form.build().toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    var key = answer.json().asJsonObject().getString("key");
    return new HelpSiteForTests(id, key, origin);
  }

  /** A site's form with this origin and all ways to a person. */
  public static jakarta.json.JsonObjectBuilder form(String origin) {
    return Json.createObjectBuilder()
        .add("name", "Nordlys")
        .add("origins", Json.createArrayBuilder().add(origin))
        .add("form", origin + "/contact")
        .add("mail", "kundservice@rt.example")
        .add("phone", "+46 8 123 45 67");
  }

  /** A session that has begun. */
  public record Session(HelpSiteForTests site, String token, String reference, String phoneCode) {

    /** Says that something happened; `event` without id. */
    public Answer says(String event) {
      return says(UUID.randomUUID().toString(), event);
    }

    public Answer says(String id, String event) {
      var json = "{\"events\":[{\"id\":\"" + id + "\"," + event.substring(1) + "]}";
      return site.post("events", json, Map.of("Svarbar-Session", token));
    }

    public Answer isOf(String email) {
      return site.post(
          "customer", "{\"email\":\"" + email + "\"}", Map.of("Svarbar-Session", token));
    }

    /** What an administrator sees of it. */
    public Answer stored() {
      return Product.underTest().get("api/help-sessions/" + reference);
    }
  }

  public Session session() {
    var answer = post("sessions", "{\"language\":\"sv\",\"consent\":true}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    var json = answer.json().asJsonObject();
    return new Session(
        this, json.getString("session"), json.getString("reference"), json.getString("phoneCode"));
  }

  public Answer post(String path, String json) {
    return post(path, json, Map.of());
  }

  public Answer post(String path, String json, Map<String, String> headers) {
    var all = new HashMap<>(Map.of("Content-Type", "application/json", "X-Origin", origin));
    all.putAll(headers);
    var sent = all.remove("X-Origin");
    if (!sent.isEmpty()) {
      all.put("Origin", sent);
    }
    return Product.underTest()
        .anonymously()
        .send("POST", "help-api/" + key + "/" + path, all, BodyPublishers.ofString(json));
  }

  public Answer get(String path) {
    return Product.underTest()
        .anonymously()
        .send(
            "GET",
            "help-api/" + key + path,
            Map.of("Origin", origin, "Accept", "application/json"),
            BodyPublishers.noBody());
  }

  public Answer search(String text, String language) {
    JsonObject sought =
        Json.createObjectBuilder().add("text", text).add("language", language).build();
    return post("search", sought.toString());
  }
}
