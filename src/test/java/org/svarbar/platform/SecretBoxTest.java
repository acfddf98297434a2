package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final SecretBox old = box(1, Optional.empty());
  private final SecretBox changing = box(2, Optional.of(key(1)));
  private final SecretBox changed = box(2, Optional.empty());

  @Test
  void opensWhatItSealedForTheSamePurpose() {
    var sealed = old.seal("blåbær", "connection/rt/credential");

    assertThat(old.open(sealed, "connection/rt/credential")).isEqualTo("blåbær");
    assertThat(old.seal("blåbær", "connection/rt/credential")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> old.open(sealed, "connection/zammad/credential"))
        .isInstanceOf(SealedByAnotherKey.class)
        .hasMessageContaining("svarbar.other-secret-key");
  }

  @Test
  void opensNothingThatWasTamperedWith() {
    var sealed = Base64.getDecoder().decode(old.seal("secret", "x"));
    for (var at = 0; at < sealed.length; at++) {
      var tampered = sealed.clone();
      tampered[at] ^= 1;
      var text = Base64.getEncoder().encodeToString(tampered);
      assertThatThrownBy(() -> old.open(text, "x")).isInstanceOf(SealedByAnotherKey.class);
    }
  }

  @Test
  void sealsAnewWhatAnotherKeyHasSealed() {
    var sealed = old.seal("secret", "x");

    assertThat(changing.open(sealed, "x")).isEqualTo("secret");
    var anew = changing.sealedAnew(sealed, "x");

    assertThat(changed.open(anew, "x")).isEqualTo("secret");
    assertThat(changing.sealedAnew(anew, "x")).isEqualTo(anew);
    assertThatThrownBy(() -> changed.sealedAnew(sealed, "x"))
        .isInstanceOf(SealedByAnotherKey.class);
  }

  @Test
  void takesProofsOfBothKeysWhileTheyChange() {
    var proof = old.sign("ticket 1", "pass");

    assertThat(old.proves(proof, "ticket 1", "pass")).isTrue();
    assertThat(changing.proves(proof, "ticket 1", "pass")).isTrue();
    assertThat(changing.proves(proof, "ticket 2", "pass")).isFalse();
    assertThat(changing.proves(proof, "ticket 1", "another")).isFalse();
    assertThat(changed.proves(proof, "ticket 1", "pass")).isFalse();
  }

  private static SecretBox box(int key, Optional<String> other) {
    var box = new SecretBox();
    box.base64Key = Optional.of(key(key));
    box.otherBase64Key = other;
    box.open();
    return box;
  }

  private static String key(int each) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) each);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
