package org.svarbar.demo;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;
import org.svarbar.demo.Web.Answer;
import org.svarbar.demo.Web.Asked;

/** The inbox as agents and, in this demo, customers see it. */
final class InboxPages {

  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final int LONGEST_TEXT = 20_000;

  private final Inbox inbox;
  private final Webhooks webhooks;
  private final List<SampleMail> samples;

  InboxPages(Inbox inbox, Webhooks webhooks, List<SampleMail> samples) {
    this.inbox = inbox;
    this.webhooks = webhooks;
    this.samples = samples;
  }

  Answer answer(Asked asked) {
    if (asked.method().equals("POST") && !isFromHere(asked)) {
      return Answer.text(403, "forms are taken from this inbox only\n");
    }
    var call = asked.method() + " " + asked.path().replaceFirst("^/tickets/[^/]+", "/tickets/ID");
    return switch (call) {
      case "GET /" -> Answer.html(list());
      case "GET /new" -> Answer.html(form(asked.field("sample")));
      case "POST /tickets" -> open(asked);
      case "GET /tickets/ID" -> show(asked);
      case "POST /tickets/ID/messages" -> write(asked);
      case "GET /tickets/ID/note" -> note(asked);
      default -> Answer.text(404, "no such page\n");
    };
  }

  private static boolean isFromHere(Asked asked) {
    return asked
        .header("Sec-fetch-site")
        .map(site -> site.equals("same-origin") || site.equals("none"))
        .orElse(true);
  }

  private Answer open(Asked asked) {
    var subject = asked.field("subject");
    var text = asked.field("text");
    if (subject.isEmpty() || text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Answer.text(400, "a ticket has a subject and a text\n");
    }
    var name = asked.field("name").isEmpty() ? "Customer" : asked.field("name");
    var ticket = inbox.open(name, subject, text);
    webhooks.tell(ticket);
    return Answer.goTo("/tickets/" + ticket.id());
  }

  private Answer write(Asked asked) {
    var text = asked.field("text");
    var isAgent = asked.field("as").equals("agent");
    var id = asked.part(1);
    var known = inbox.find(id);
    if (known.isEmpty() || text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Answer.text(400, "a message has a text and a ticket\n");
    }
    var by = isAgent ? "Agent" : known.get().requester();
    inbox.write(id, isAgent ? "agent" : "requester", by, text).ifPresent(webhooks::tell);
    return Answer.goTo("/tickets/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  /** Svarbar's last note as text, for the command line; waits for it as many seconds as asked. */
  private Answer note(Asked asked) {
    var wait = Math.min(number(asked.field("wait")), LONGEST_WAIT_SECONDS);
    return inbox
        .awaitNote(asked.part(1), number(asked.field("from")), Duration.ofSeconds(wait))
        .map(note -> Answer.text(200, note.text() + "\n"))
        .orElseGet(() -> Answer.text(404, "no note on this ticket\n"));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }

  private String list() {
    var rows =
        inbox.all().stream()
            .map(
                ticket ->
                    """
                    <li><a href="/tickets/%s">%s</a>
                    <span class="quiet">%s · %s · %s</span>%s</li>
                    """
                        .formatted(
                            path(ticket.id()),
                            text(ticket.subject()),
                            text(ticket.id()),
                            text(ticket.requester()),
                            time(ticket.changedAt()),
                            ticket.latestNote().isPresent()
                                ? " <span class=\"tag\">note from Svarbar</span>"
                                : ""))
            .collect(joining());
    var content =
        rows.isEmpty()
            ? "<p>There are no tickets yet. Write one as a customer would.</p>"
            : "<ul class=\"tickets\">" + rows + "</ul>";
    return page("Inbox", "<p><a class=\"button\" href=\"/new\">Write a ticket</a></p>" + content);
  }

  private String form(String chosen) {
    var sample = samples.stream().filter(mail -> mail.id().equals(chosen)).findFirst();
    var links =
        samples.stream()
            .map(
                mail ->
                    """
                    <li lang="%s"><a href="/new?sample=%s">%s</a></li>
                    """
                        .formatted(mail.language(), path(mail.id()), text(mail.subject())))
            .collect(joining());
    return page(
        "Write a ticket",
        """
        <form method="post" action="/tickets">
        <label for="name">Your name</label>
        <input id="name" name="name" autocomplete="off" value="%s">
        <label for="subject">Subject</label>
        <input id="subject" name="subject" required autocomplete="off" value="%s">
        <label for="text">Text</label>
        <textarea id="text" name="text" rows="10" required>%s</textarea>
        <button>Send as a customer</button>
        </form>
        <h2>Samples</h2>
        <p>Choosing one fills in the form.</p>
        <ul class="samples">%s</ul>
        """
            .formatted(
                text(sample.map(SampleMail::name).orElse("")),
                text(sample.map(SampleMail::subject).orElse("")),
                text(sample.map(SampleMail::body).orElse("")),
                links));
  }

  private Answer show(Asked asked) {
    return inbox
        .find(asked.part(1))
        .map(ticket -> Answer.html(page(ticket.subject(), conversation(ticket))))
        .orElseGet(() -> Answer.text(404, "no such ticket\n"));
  }

  private static String conversation(DemoTicket ticket) {
    var messages = ticket.messages().stream().map(InboxPages::message).collect(joining());
    var tags =
        ticket.tags().stream()
            .map(tag -> "<span class=\"tag\">" + text(tag) + "</span> ")
            .collect(joining());
    return """
    <p class="quiet">Ticket %s %s</p>
    <div id="messages" data-ticket="%s" data-count="%d">%s</div>
    <p id="news" role="status" class="quiet"></p>
    <form method="post" action="/tickets/%s/messages">
    <label for="text">Write in this ticket</label>
    <textarea id="text" name="text" rows="5" required></textarea>
    <button name="as" value="agent">Answer as the agent</button>
    <button name="as" value="requester" class="second">Write again as the customer</button>
    </form>
    <script src="/inbox.js" defer></script>
    """
        .formatted(
            text(ticket.id()),
            tags,
            text(ticket.id()),
            ticket.messages().size(),
            messages,
            path(ticket.id()));
  }

  private static String message(Contribution message) {
    var kind =
        message.internal() ? "note" : message.author().equals("requester") ? "customer" : "agent";
    var what =
        switch (kind) {
          case "note" -> "internal note, only agents see it";
          case "customer" -> "customer";
          default -> "reply to the customer";
        };
    var body =
        message.html().isEmpty()
            ? "<p class=\"plain\">" + text(message.text()) + "</p>"
            : Jsoup.clean(message.html(), Safelist.relaxed().removeTags("img"));
    return """
    <article class="%s">
    <h2>%s <span class="quiet">%s · %s</span></h2>
    %s
    </article>
    """
        .formatted(kind, text(message.by()), what, time(message.createdAt()), body);
  }

  private static String page(String title, String content) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s – Demo helpdesk</title>
    <link rel="stylesheet" href="/inbox.css">
    </head>
    <body>
    <header><a href="/">Demo helpdesk</a></header>
    <main>
    <h1>%s</h1>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(text(title), text(title), content);
  }

  private static String time(String instant) {
    return "<time datetime=\"%s\">%s</time>"
        .formatted(text(instant), text(instant.substring(0, 16).replace('T', ' ')));
  }

  private static String text(String text) {
    return Entities.escape(text).replace("\"", "&quot;");
  }

  private static String path(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
