package org.svarbar.panel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Zendesk signs when an agent opens the app, and what is refused. */
class ZendeskAppTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");
  private static final KeyPair KEYS = keys();

  private final ZendeskApp app = new ZendeskApp(KEYS.getPublic(), ZendeskTokens.AUDIENCE);

  @Test
  void takesTheAgentFromASignedToken() {
    assertThat(app.agent(token(NOW, 60), NOW))
        .contains("https://nordlys.zendesk.com/api/v2/users/2.json");
  }

  @ParameterizedTest
  @CsvSource({"-61, false", "-30, true", "0, true", "300, true"})
  void isGoodUntilItExpires(long secondsLeft, boolean isGood) {
    assertThat(app.agent(token(NOW, secondsLeft), NOW).isPresent()).isEqualTo(isGood);
  }

  @Test
  void isNotGoodBeforeItWasMade() {
    assertThat(app.agent(token(NOW.plusSeconds(120), 60), NOW)).isEmpty();
  }

  @Test
  void refusesWhatIsForAnotherInstallation() {
    var other = new ZendeskApp(KEYS.getPublic(), ZendeskTokens.AUDIENCE.replace("42", "43"));

    assertThat(other.agent(token(NOW, 60), NOW)).isEmpty();
  }

  @Test
  void refusesAnotherKeyAndAnotherAlgorithm() {
    assertThat(app.agent(ZendeskTokens.signed(keys().getPrivate(), claims(NOW, 60)), NOW))
        .isEmpty();

    var claims = ZendeskTokens.encoded(claims(NOW, 60).toString());
    var none = ZendeskTokens.encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    assertThat(app.agent(none + "." + claims + ".", NOW)).as("alg none").isEmpty();
    var hmac = ZendeskTokens.encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    var proof = ZendeskTokens.hmac(KEYS.getPublic().getEncoded(), hmac + "." + claims);
    assertThat(app.agent(hmac + "." + claims + "." + proof, NOW))
        .as("signed with the public key as a secret")
        .isEmpty();
  }

  @Test
  void refusesWhatWasChangedOrIsNoToken() {
    var parts = token(NOW, 60).split("\\.");
    var claims = Json.createObjectBuilder(claims(NOW, 60)).add("sub", "somebody else").build();
    var changed = parts[0] + "." + ZendeskTokens.encoded(claims.toString()) + "." + parts[2];

    assertThat(app.agent(changed, NOW)).isEmpty();
    for (var text : new String[] {"", ".", "..", "a.b.c", "é.é.é", "x".repeat(9000)}) {
      assertThat(app.agent(text, NOW)).as(text).isEmpty();
    }
    var none = Json.createObjectBuilder().add("sub", "x").build();
    assertThat(app.agent(ZendeskTokens.signed(KEYS.getPrivate(), none), NOW))
        .as("signed, without audience and end")
        .isEmpty();
  }

  /** What Zendesk's own check of packages asks for (zendesk_apps_support). */
  @Test
  void isPackedAsZendeskWantsIt() throws IOException {
    var folder = Path.of("src/main/zendesk");
    var manifest = object(folder.resolve("manifest.json"));
    var frame = manifest.getJsonObject("location").getJsonObject("support");

    assertThat(manifest.getBoolean("signedUrls")).isTrue();
    assertThat(manifest.getBoolean("private")).isTrue();
    assertThat(manifest.getString("frameworkVersion")).isEqualTo("2.0");
    assertThat(manifest.getJsonObject("author")).containsKeys("name", "email", "url");
    assertThat(frame.getJsonObject("ticket_sidebar").getString("url"))
        .isEqualTo("https://{{setting.frame}}");
    assertThat(manifest.getJsonArray("parameters").getJsonObject(0).getString("name"))
        .isEqualTo("frame");
    assertThat(folder.resolve("translations/" + manifest.getString("defaultLocale") + ".json"))
        .exists();
    try (var translations = Files.list(folder.resolve("translations"))) {
      for (var file : translations.toList()) {
        assertThat(file.getFileName().toString()).matches("[a-z]{2}(-\\w{2,3})?\\.json");
        var text = object(file).getJsonObject("app");
        assertThat(text.getString("name")).isEqualTo("Svarbar");
        assertThat(text.getJsonObject("parameters").getJsonObject("frame").getString("label"))
            .isNotBlank();
      }
    }
    for (var logo : new String[] {"logo.png", "logo-small.png"}) {
      assertThat(folder.resolve("assets").resolve(logo)).exists();
    }
  }

  private static JsonObject object(Path file) throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    }
  }

  private static String token(Instant made, long secondsLeft) {
    return ZendeskTokens.signed(KEYS.getPrivate(), claims(made, secondsLeft));
  }

  private static JsonObject claims(Instant made, long secondsLeft) {
    return ZendeskTokens.claims(made, NOW.plusSeconds(secondsLeft));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
