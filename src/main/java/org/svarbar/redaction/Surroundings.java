package org.svarbar.redaction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the words around a number say about it: `personnummer`, `tlf.`, `tilausnumero`. Words are
 * found by what they hold, so that compounds and inflections count.
 *
 * @param named kinds of identifiers that are spoken of before the number or just behind it
 * @param other whether the last words before it name something that is no identifier, such as an
 *     order
 * @param customer whether they name a customer's number, which may be that of a person
 */
record Surroundings(Set<Identifier> named, boolean other, boolean customer) {

  private static final int BEFORE = 60;
  private static final int BEHIND = 30;

  /** An order is spoken of with its number next to it: `order nr. 1`, `tilaukseni numero on 1`. */
  private static final int WORDS_OF_OTHER = 4;

  private static final Set<Identifier> IDENTITY =
      EnumSet.range(Identifier.PERSONNUMMER, Identifier.HETU);

  /** What longer words hold. */
  private static final Map<String, Set<Identifier>> PARTS =
      Map.ofEntries(
          Map.entry("personn", IDENTITY),
          Map.entry("person-n", IDENTITY),
          Map.entry("identitet", IDENTITY),
          Map.entry("identity", IDENTITY),
          Map.entry("legitim", IDENTITY),
          Map.entry("id-num", IDENTITY),
          Map.entry("idnum", IDENTITY),
          Map.entry("født", IDENTITY),
          Map.entry("syntynyt", IDENTITY),
          Map.entry("samordningsn", Set.of(Identifier.PERSONNUMMER)),
          Map.entry("organisationsn", Set.of(Identifier.PERSONNUMMER)),
          Map.entry("fødselsn", Set.of(Identifier.FODSELSNUMMER)),
          Map.entry("fødselstal", Set.of(Identifier.FODSELSNUMMER)),
          Map.entry("henkilötun", Set.of(Identifier.HETU)),
          Map.entry("personbeteckning", Set.of(Identifier.HETU)),
          Map.entry("iban", Set.of(Identifier.IBAN)),
          Map.entry("konto", Set.of(Identifier.IBAN)),
          Map.entry("tilinum", Set.of(Identifier.IBAN)),
          Map.entry("kortn", Set.of(Identifier.CARD)),
          Map.entry("kortet", Set.of(Identifier.CARD)),
          Map.entry("kredit", Set.of(Identifier.CARD)),
          Map.entry("betalkort", Set.of(Identifier.CARD)),
          Map.entry("betalingskort", Set.of(Identifier.CARD)),
          Map.entry("bankkort", Set.of(Identifier.CARD)),
          Map.entry("dankort", Set.of(Identifier.CARD)),
          Map.entry("luottokort", Set.of(Identifier.CARD)),
          Map.entry("pankkikort", Set.of(Identifier.CARD)),
          Map.entry("maksukort", Set.of(Identifier.CARD)),
          Map.entry("mastercard", Set.of(Identifier.CARD)),
          Map.entry("telefon", Set.of(Identifier.PHONE)),
          Map.entry("phone", Set.of(Identifier.PHONE)),
          Map.entry("mobil", Set.of(Identifier.PHONE)),
          Map.entry("puhelin", Set.of(Identifier.PHONE)),
          Map.entry("puhelim", Set.of(Identifier.PHONE)),
          Map.entry("kännyk", Set.of(Identifier.PHONE)));

  /** What short words are. */
  private static final Map<String, Set<Identifier>> WORDS =
      Map.ofEntries(
          Map.entry("pnr", IDENTITY),
          Map.entry("persnr", IDENTITY),
          Map.entry("ssn", IDENTITY),
          Map.entry("född", IDENTITY),
          Map.entry("fødd", IDENTITY),
          Map.entry("born", IDENTITY),
          Map.entry("orgnr", Set.of(Identifier.PERSONNUMMER)),
          Map.entry("fnr", Set.of(Identifier.FODSELSNUMMER)),
          Map.entry("cpr", Set.of(Identifier.CPR)),
          Map.entry("cprnr", Set.of(Identifier.CPR)),
          Map.entry("cpr-nr", Set.of(Identifier.CPR)),
          Map.entry("cpr-nummer", Set.of(Identifier.CPR)),
          Map.entry("cpr-nummeret", Set.of(Identifier.CPR)),
          Map.entry("cprnummer", Set.of(Identifier.CPR)),
          Map.entry("hetu", Set.of(Identifier.HETU)),
          Map.entry("hetuni", Set.of(Identifier.HETU)),
          Map.entry("sotu", Set.of(Identifier.HETU)),
          Map.entry("card", Set.of(Identifier.CARD)),
          Map.entry("kort", Set.of(Identifier.CARD)),
          Map.entry("visa", Set.of(Identifier.CARD)),
          Map.entry("visakort", Set.of(Identifier.CARD)),
          Map.entry("account", Set.of(Identifier.IBAN)),
          Map.entry("tel", Set.of(Identifier.PHONE)),
          Map.entry("tlf", Set.of(Identifier.PHONE)),
          Map.entry("tfn", Set.of(Identifier.PHONE)),
          Map.entry("mob", Set.of(Identifier.PHONE)),
          Map.entry("puh", Set.of(Identifier.PHONE)),
          Map.entry("gsm", Set.of(Identifier.PHONE)),
          Map.entry("sms", Set.of(Identifier.PHONE)),
          Map.entry("ring", Set.of(Identifier.PHONE)),
          Map.entry("ringa", Set.of(Identifier.PHONE)),
          Map.entry("ringe", Set.of(Identifier.PHONE)),
          Map.entry("ringje", Set.of(Identifier.PHONE)),
          Map.entry("call", Set.of(Identifier.PHONE)),
          Map.entry("whatsapp", Set.of(Identifier.PHONE)),
          Map.entry("soita", Set.of(Identifier.PHONE)),
          Map.entry("soittaa", Set.of(Identifier.PHONE)),
          Map.entry("soittakaa", Set.of(Identifier.PHONE)));

  /** What numbers of other things are called. */
  private static final List<String> OTHER_PARTS =
      List.of(
          "order",
          "ordre",
          "beställning",
          "bestilling",
          "tilau",
          "faktura",
          "lasku",
          "invoice",
          "ärende",
          "saksn",
          "sagsn",
          "ticket",
          "referens",
          "referan",
          "reference",
          "viite",
          "kolli",
          "paket",
          "pakke",
          "parcel",
          "spårning",
          "sporing",
          "tracking",
          "lähety",
          "shipment",
          "consignment",
          "försändelse",
          "forsendelse",
          "sending",
          "artikel",
          "artikkel",
          "tuote",
          "produkt",
          "serien",
          "serial",
          "sarjan",
          "imei",
          "mätar",
          "måler",
          "målepunkt",
          "mittari",
          "anlägg",
          "anlegg",
          "bokning",
          "booking",
          "varau",
          "transak",
          "gtin",
          "isbn",
          "kvitt",
          "kuitti",
          "receipt",
          "tapau",
          "ocr-n",
          "kid-n",
          "betalings-id",
          "betalningsn");

  private static final List<String> CUSTOMER_PARTS =
      List.of("kundn", "kundenu", "kunden", "customer", "client", "asiakasn");

  private static final Set<String> OTHER_WORDS =
      Set.of(
          "sak", "saka", "saken", "sag", "sagen", "ref", "case", "ocr", "kid", "ean", "meter",
          "version", "artnr");

  static Surroundings of(Legible text, int start, int end) {
    var before = words(text.piece(start - BEFORE, start));
    var last = before.subList(Math.max(0, before.size() - WORDS_OF_OTHER), before.size());
    var named = EnumSet.noneOf(Identifier.class);
    Stream.concat(before.stream(), words(text.piece(end, end + BEHIND)).stream())
        .forEach(word -> named.addAll(named(word)));
    return new Surroundings(
        named,
        last.stream().anyMatch(Surroundings::isOther),
        last.stream().anyMatch(word -> CUSTOMER_PARTS.stream().anyMatch(word::contains)));
  }

  /** Whether a number of this kind is to be taken for an identifier here. */
  boolean confirm(Candidate candidate) {
    return switch (candidate.evidence()) {
      case SURE -> true;
      case LIKELY -> named.contains(candidate.kind()) || !other;
      case WEAK -> named.contains(candidate.kind()) && !other && !customer;
    };
  }

  /** Whether letters that touch a number are such a word: `pnr811228-9874`. */
  static boolean isLabel(String word) {
    return !named(word.toLowerCase(Locale.ROOT)).isEmpty();
  }

  private static Set<Identifier> named(String word) {
    var whole = WORDS.get(word);
    if (whole != null) {
      return whole;
    }
    return PARTS.entrySet().stream()
        .filter(part -> word.contains(part.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Set.of());
  }

  private static boolean isOther(String word) {
    return OTHER_WORDS.contains(word) || OTHER_PARTS.stream().anyMatch(word::contains);
  }

  /** In lower case; a hyphen inside a word belongs to it. */
  private static List<String> words(String piece) {
    var words = new ArrayList<String>();
    for (var word : piece.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      var bare = word.replaceAll("^-+|-+$", "");
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    return words;
  }
}
