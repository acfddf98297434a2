package org.svarbar.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.svarbar.platform.Json;
import org.svarbar.platform.SecretBox;

/**
 * Text that carries its own proof, signed with the operator's key: nothing need be stored, and
 * every node knows it.
 */
@ApplicationScoped
class SignedContents {

  private static final int LONGEST = 2000;

  @Inject SecretBox box;

  /** As text of `A-Za-z0-9_.-`; what is for one purpose is never taken for another. */
  String write(JsonObject content, String purpose) {
    var bytes = content.toString().getBytes(UTF_8);
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return encoded + "." + box.sign(encoded, purpose);
  }

  /** Empty: it is forged, for another purpose, or not of this form. */
  <T> Optional<T> read(String text, String purpose, Function<JsonObject, T> reader) {
    var dot = text.indexOf('.');
    if (dot < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    var encoded = text.substring(0, dot);
    if (!box.proves(text.substring(dot + 1), encoded, purpose)) {
      return Optional.empty();
    }
    try {
      var content = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
      return Optional.of(reader.apply(Json.object(content)));
    } catch (RuntimeException e) {
      // signed, but not what is signed here: as good as none
      return Optional.empty();
    }
  }
}
