package org.svarbar.replay;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Product;

/**
 * A ticket of the past, made up from the demo's mails and answers.
 *
 * @param reply empty: nobody answered
 */
record PastMail(
    String id,
    String language,
    String group,
    String from,
    String subject,
    String question,
    String reply,
    Instant askedAt) {

  private static final DateTimeFormatter IN_TRACKER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final List<String> GROUPS = List.of("Kundservice", "Faktura", "Teknik");

  /**
   * So many, a minute apart, the first at `from`. Of ten, seven are answered with the entry that
   * answers the mail (half of them edited), one with another entry, one in words of the agent's
   * own, and one not at all.
   */
  static List<PastMail> some(int count, long seed, Instant from) {
    var mails = DemoKnowledge.mails().stream().filter(it -> !it.expected().isEmpty()).toList();
    return some(mails, count, seed, from);
  }

  /** The same of mails for which the product suggests the entry first that answers them. */
  static List<PastMail> easy(int count, long seed, Instant from) {
    var mails = DemoKnowledge.mails().stream().filter(PastMail::isEasy).toList();
    return some(mails, count, seed, from);
  }

  private static boolean isEasy(Mail mail) {
    var asked =
        Json.createObjectBuilder()
            .add("text", mail.subject() + "\n\n" + mail.body())
            .add("language", mail.language());
    var said = Product.underTest().post("api/suggestions", asked.build().toString());
    return said.json().asJsonObject().getJsonArray("suggestions").stream()
        .limit(1)
        .anyMatch(it -> it.asJsonObject().getString("key").equals(mail.expected()));
  }

  private static List<PastMail> some(List<Mail> mails, int count, long seed, Instant from) {
    var random = new Random(seed);
    var some = new ArrayList<PastMail>();
    for (var i = 0; i < count; i++) {
      var mail = mails.get(random.nextInt(mails.size()));
      some.add(
          new PastMail(
              "p" + i,
              mail.language(),
              GROUPS.get(random.nextInt(GROUPS.size())),
              mail.from(),
              mail.subject(),
              mail.body(),
              reply(random.nextInt(10), mail),
              from.plusSeconds(60L * i)));
    }
    return some;
  }

  private static String reply(int chance, Mail mail) {
    var right = DemoKnowledge.answer(mail.language(), mail.expected());
    return switch (chance) {
      case 0, 1, 2, 3 -> "Hej!\n\n" + right;
      case 4, 5, 6 -> "Hej!\n\n" + right.replaceFirst("\\.", ", precis som du skriver.");
      case 7 -> DemoKnowledge.answer(mail.language(), other(mail.expected()));
      case 8 -> "Jag ringer dig i eftermiddag så hittar vi en lösning tillsammans.";
      default -> "";
    };
  }

  boolean isOwnWords() {
    return reply.startsWith("Jag ringer");
  }

  /** With the entry that answers it. */
  boolean isAnsweredWell() {
    return reply.startsWith("Hej!");
  }

  private static String other(String key) {
    return key.equals("payment-plan") ? "direct-debit" : "payment-plan";
  }

  /** The lines of a file of them. */
  static String file(List<PastMail> mails) {
    var lines = new StringBuilder();
    for (var mail : mails) {
      lines.append(mail.json().build()).append('\n');
    }
    return lines.toString();
  }

  /** As `past-tickets.pl` reads it. */
  JsonObjectBuilder inTracker() {
    return Json.createObjectBuilder()
        .add("from", from)
        .add("subject", subject)
        .add("question", question)
        .add("reply", reply)
        .add("askedAt", IN_TRACKER.format(askedAt))
        .add("repliedAt", IN_TRACKER.format(askedAt.plusSeconds(30)));
  }

  JsonObjectBuilder json() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("language", language)
        .add("group", group)
        .add("from", from)
        .add("subject", subject)
        .add("question", question)
        .add("reply", reply)
        .add("askedAt", askedAt.toString())
        .add("repliedAt", askedAt.plusSeconds(30).toString());
  }
}
