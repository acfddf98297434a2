package org.svarbar.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** What a forger, or a careless proxy, makes of a signature, a time, an id or a token. */
public final class SpoiltText {

  private static final List<String> BITS =
      List.of(" ", "\t", "=", "==", ",", ".", "0", "+", "-", "%00", "\0", "\u00a0", "A", "\r\n");
  private static final List<String> PREFIXES =
      List.of(
          "",
          "sha1=",
          "sha256=",
          "sha512=",
          "md5=",
          "SHA256=",
          "sha256:",
          "v1,",
          "v0,",
          "v1a,",
          "v2,",
          "v1=",
          "Bearer ",
          "bearer ",
          "Basic ",
          "basic ",
          "hmac-sha256 ");

  private static final List<BiFunction<String, RandomGenerator, String>> KINDS =
      List.of(
          SpoiltText::bitTurned,
          SpoiltText::bitTurned,
          SpoiltText::cut,
          SpoiltText::more,
          SpoiltText::charactersSwapped,
          SpoiltText::otherAlphabet,
          SpoiltText::otherPrefix,
          SpoiltText::otherDigits,
          (text, chance) -> "",
          (text, chance) -> text + text,
          (text, chance) -> text + List.of(",", " ", ", ", ";").get(chance.nextInt(4)) + text,
          (text, chance) -> text.toUpperCase(Locale.ROOT),
          (text, chance) -> new StringBuilder(text).reverse().toString());

  private SpoiltText() {}

  /** Another text, or by chance the same. */
  public static String of(String text, RandomGenerator chance) {
    return KINDS.get(chance.nextInt(KINDS.size())).apply(text, chance);
  }

  /** One bit of one character turned round. */
  public static String bitTurned(String text, RandomGenerator chance) {
    if (text.isEmpty()) {
      return "\u0001";
    }
    var characters = text.toCharArray();
    characters[chance.nextInt(characters.length)] ^= (char) (1 << chance.nextInt(8));
    return new String(characters);
  }

  private static String cut(String text, RandomGenerator chance) {
    int at = chance.nextInt(text.length() + 1);
    return chance.nextBoolean() ? text.substring(0, at) : text.substring(at);
  }

  private static String more(String text, RandomGenerator chance) {
    var bit = BITS.get(chance.nextInt(BITS.size()));
    int at = chance.nextInt(3) * text.length() / 2;
    return text.substring(0, at) + bit + text.substring(at);
  }

  private static String charactersSwapped(String text, RandomGenerator chance) {
    if (text.isEmpty()) {
      return text;
    }
    var characters = text.toCharArray();
    int one = chance.nextInt(characters.length);
    int other = chance.nextInt(characters.length);
    characters[one] = text.charAt(other);
    characters[other] = text.charAt(one);
    return new String(characters);
  }

  private static String otherPrefix(String text, RandomGenerator chance) {
    var bare = text.substring(beginning(text));
    return PREFIXES.get(chance.nextInt(PREFIXES.size())) + bare;
  }

  /** Where what is encoded begins, behind `sha256=`, `v1,` or `Bearer `. */
  private static int beginning(String text) {
    int i = 0;
    while (i < Math.min(12, text.length())) {
      i++;
      if ("=, ".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return 0;
  }

  /** The same bytes in other words, where the text has any. */
  private static String otherAlphabet(String text, RandomGenerator chance) {
    int from = beginning(text);
    var bytes = decoded(text.substring(from));
    return text.substring(0, from)
        + switch (chance.nextInt(8)) {
          case 0 -> Base64.getUrlEncoder().encodeToString(bytes);
          case 1 -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
          case 2 -> Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes);
          case 3 -> HexFormat.of().withUpperCase().formatHex(bytes);
          case 4 -> HexFormat.ofDelimiter(":").formatHex(bytes);
          case 5 -> HexFormat.of().formatHex(bytes);
          case 6 -> Base64.getEncoder().encodeToString(bytes);
          default -> spareBitsTurned(text.substring(from));
        };
  }

  private static byte[] decoded(String text) {
    try {
      return text.matches("([0-9a-f]{2})+")
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The last character of base64 holds bits that many readers pass over. */
  private static String spareBitsTurned(String text) {
    int last = text.replaceAll("=+$", "").length() - 1;
    return last < 0
        ? "="
        : text.substring(0, last) + (char) (text.charAt(last) + 1) + text.substring(last + 1);
  }

  /** Digits of another script, a sign, zeros in front: the same number to a lenient reader. */
  private static String otherDigits(String text, RandomGenerator chance) {
    return switch (chance.nextInt(4)) {
      case 0 -> "+" + text;
      case 1 -> "0".repeat(1 + chance.nextInt(5)) + text;
      case 2 -> text.replaceAll("Z$", "+00:00").toLowerCase(Locale.ROOT);
      default -> {
        int zero = List.of(0xff10, 0x660, 0x966).get(chance.nextInt(3));
        var digits = new StringBuilder();
        text.chars()
            .map(c -> c >= '0' && c <= '9' ? c - '0' + zero : c)
            .forEach(digits::appendCodePoint);
        yield digits.toString();
      }
    };
  }
}
