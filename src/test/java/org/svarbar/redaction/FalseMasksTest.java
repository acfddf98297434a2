package org.svarbar.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is no person's identifier stays in customers' messages, in all six languages. */
class FalseMasksTest {

  private static final int MANY = 60_000;
  private static final int ONE_IN = 10_000;
  private static final long SEED = Long.getLong("seed", 1);
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  /** Sentences with a place for a number each; `phone` is taken out, and nothing else. */
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of(
              "Jag väntar fortfarande på min beställning, ordernummer {order}.",
              "Fakturan {invoice} på {price} kr skulle betalas {date}.",
              "OCR-numret är {ocr} och beloppet {price} kronor.",
              "Enligt spårningen av kolli {tracking} levererades paketet {date} kl {time}.",
              "Vårt kundnummer är {customer}.",
              "Routern har version {version} och serienummer {serial}.",
              "Ärende {ticket} är inte löst sedan {date}.",
              "Elmätaren visar {meter} kWh, anläggnings-id {plant}.",
              "Ni kan ringa {phone} efter kl {time}.",
              "Försändelsen {tracking} har inte kommit fram."),
          List.of(
              "Jeg venter fortsatt på bestillingen min, ordrenummer {order}.",
              "Fakturaen {invoice} på {price} kr hadde forfall {date}.",
              "KID-nummeret er {ocr} og beløpet {price} kroner.",
              "Ifølge sporingen av pakken {tracking} ble den levert {date} kl. {time}.",
              "Kundenummeret vårt er {customer}.",
              "Ruteren har versjon {version} og serienummer {serial}.",
              "Sak {ticket} er ikke løst siden {date}.",
              "Strømmåleren viser {meter} kWh, målepunkt-ID {plant}.",
              "Dere kan ringe {phone} etter kl. {time}.",
              "Sendingen {tracking} har ikke kommet frem."),
          List.of(
              "Eg ventar framleis på tinginga mi, ordrenummer {order}.",
              "Fakturaen {invoice} på {price} kr hadde forfall {date}.",
              "KID-nummeret er {ocr} og summen {price} kroner.",
              "Ifølgje sporinga av pakka {tracking} kom ho fram {date} kl. {time}.",
              "Kundenummeret vårt er {customer}.",
              "Ruteren har versjon {version} og serienummer {serial}.",
              "Saka {ticket} er ikkje løyst sidan {date}.",
              "Straummålaren viser {meter} kWh, målepunkt-ID {plant}.",
              "De kan ringje {phone} etter kl. {time}.",
              "Sendinga {tracking} har ikkje kome fram."),
          List.of(
              "Jeg venter stadig på min bestilling, ordrenummer {order}.",
              "Fakturaen {invoice} på {price} kr. skulle betales {date}.",
              "Betalings-id er {ocr} og beløbet {price} kroner.",
              "Ifølge sporingen af pakken {tracking} blev den leveret {date} kl. {time}.",
              "Vores kundenummer er {customer}.",
              "Routeren har version {version} og serienummer {serial}.",
              "Sag {ticket} er ikke løst siden {date}.",
              "Elmåleren viser {meter} kWh, aftagenummer {plant}.",
              "I kan ringe til {phone} efter kl. {time}.",
              "Forsendelsen {tracking} er ikke kommet frem."),
          List.of(
              "Odotan yhä tilaustani, tilausnumero {order}.",
              "Lasku {invoice}, {price} euroa, erääntyi {date}.",
              "Viitenumero on {ocr} ja summa {price} €.",
              "Seurannan mukaan paketti {tracking} toimitettiin {date} klo {time}.",
              "Asiakasnumeromme on {customer}.",
              "Reitittimen versio on {version} ja sarjanumero {serial}.",
              "Tapaus {ticket} on ollut auki {date} lähtien.",
              "Sähkömittari näyttää {meter} kWh, käyttöpaikka {plant}.",
              "Voitte soittaa numeroon {phone} klo {time} jälkeen.",
              "Lähetys {tracking} ei ole saapunut."),
          List.of(
              "I am still waiting for my order, number {order}.",
              "Invoice {invoice} for EUR {price} was due on {date}.",
              "The payment reference is {ocr} and the amount {price}.",
              "According to tracking, parcel {tracking} was delivered on {date} at {time}.",
              "Our customer number is {customer}.",
              "The router runs version {version}, serial number {serial}.",
              "Case {ticket} has been open since {date}.",
              "The meter shows {meter} kWh, metering point {plant}.",
              "You can call {phone} after {time}.",
              "Shipment {tracking} has not arrived."));

  private final SplittableRandom chance = new SplittableRandom(SEED);

  private record Message(String text, List<String> phones) {}

  @Test
  void takesOutTelephonesAndNothingElse() {
    System.out.println("seed " + SEED);
    var wrong = new ArrayList<String>();
    int phones = 0;
    long missed = 0;

    for (int i = 0; i < MANY; i++) {
      var message = message(SENTENCES.get(i % SENTENCES.size()));
      var taken = taken(message.text());
      phones += message.phones().size();
      missed += message.phones().stream().filter(it -> !taken.contains(it)).count();
      if (!message.phones().containsAll(taken)) {
        wrong.add(taken + " of: " + message.text());
      }
    }

    System.out.printf(
        "messages: %d, with something taken out in error: %d; telephones %d, not found %d%n",
        MANY, wrong.size(), phones, missed);
    assertThat(wrong).hasSizeLessThanOrEqualTo(MANY / ONE_IN);
    assertThat(missed).isZero();
  }

  private static List<String> taken(String text) {
    return Redaction.of(text).found().stream()
        .map(found -> text.substring(found.start(), found.end()))
        .toList();
  }

  /** Two or three sentences. */
  private Message message(List<String> sentences) {
    var text = new StringBuilder();
    var phones = new ArrayList<String>();
    for (int i = 0; i < 2 + chance.nextInt(2); i++) {
      var sentence = sentences.get(chance.nextInt(sentences.size()));
      var filled =
          SLOT.matcher(sentence)
              .replaceAll(
                  slot -> {
                    var value = value(slot.group(1));
                    if (slot.group(1).equals("phone")) {
                      phones.add(value);
                    }
                    return value;
                  });
      text.append(filled).append(' ');
    }
    return new Message(text.toString().strip(), phones);
  }

  /** None that happens to be somebody's number, or one of a card, by all rules. */
  private String value(String slot) {
    while (true) {
      var value = drawn(slot);
      if (!isIdentifier(value)) {
        return value;
      }
    }
  }

  private static boolean isIdentifier(String value) {
    var digits = value.replaceAll("[^0-9]", "");
    return Arrays.stream(IdentityRules.values())
            .anyMatch(country -> country.of(digits).filter(it -> it != Evidence.WEAK).isPresent())
        || digits.length() >= 12 && CheckDigits.luhn(digits);
  }

  private String drawn(String slot) {
    return switch (slot) {
      case "order" -> one("#" + digits(6), digits(7), digits(8), digits(10), "A-" + digits(8));
      case "invoice" -> one(digits(6), digits(8), digits(9), digits(10), "2026-" + digits(5));
      case "ocr" -> digits(8 + chance.nextInt(9));
      case "tracking" ->
          one(
              letters(2) + digits(9) + one("SE", "NO", "DK", "FI"),
              "00" + digits(18),
              "JJFI" + digits(17),
              "3" + digits(16),
              digits(11));
      case "customer" -> one(digits(6), digits(8), digits(10));
      case "serial" -> one(letters(3) + digits(9), digits(10), digits(12), "SN" + digits(11));
      case "ticket" -> one("#" + digits(5), digits(7), digits(10));
      case "meter" -> one(digits(5), digits(6), digits(5) + "," + digits(1));
      case "plant" -> one("735999" + digits(12), "707057500" + digits(9), "571313" + digits(12));
      case "price" -> price();
      case "date" -> date();
      case "time" -> "%02d%s%02d".formatted(hour(), one(".", ":"), chance.nextInt(60));
      case "version" -> one("10.", "2.") + chance.nextInt(20) + "." + chance.nextInt(2000);
      case "phone" -> phone();
      default -> throw new IllegalStateException(slot);
    };
  }

  private String phone() {
    return one(
        "070-174 06 " + digits(2),
        "+46 70 174 06 " + digits(2),
        "+47 412 34 5" + digits(2),
        "+45 20 12 34 " + digits(2),
        "040 123 45" + digits(2),
        "+358 40 123 45" + digits(2));
  }

  private String price() {
    int whole = 1 + chance.nextInt(99_999);
    return one(
        whole + "," + digits(2),
        whole / 1000 + 1 + " " + digits(3) + ",00",
        whole / 1000 + 1 + "." + digits(3) + "," + digits(2),
        String.valueOf(whole));
  }

  private String date() {
    int year = 2020 + chance.nextInt(8);
    int month = 1 + chance.nextInt(12);
    int day = 1 + chance.nextInt(28);
    return one(
        "%d-%02d-%02d".formatted(year, month, day),
        "%d.%d.%d".formatted(day, month, year),
        "%02d/%02d/%d".formatted(day, month, year),
        "%d/%d".formatted(day, month),
        "%02d%02d%02d".formatted(year % 100, month, day));
  }

  private int hour() {
    return 7 + chance.nextInt(15);
  }

  private String one(String... of) {
    return of[chance.nextInt(of.length)];
  }

  private String digits(int length) {
    var digits = new StringBuilder().append((char) ('1' + chance.nextInt(9)));
    while (digits.length() < length) {
      digits.append((char) ('0' + chance.nextInt(10)));
    }
    return digits.toString();
  }

  private String letters(int length) {
    var letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('A' + chance.nextInt(26)));
    }
    return letters.toString();
  }
}
