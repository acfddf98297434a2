package org.svarbar.helpdesk.zammad;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundReply;
import org.svarbar.ticket.Attachment;
import org.svarbar.ticket.TicketAction;

/** What we do to a ticket, in Zammad's words. */
record ZammadActions(ZammadApi api) {

  private static final int MOST_LOOKED_AT = 10;

  /**
   * The state of a ticket whose articles are another one's now, what we wrote among them.
   *
   * <p>Source: Zammad user documentation, "Merging Tickets".
   */
  private static final String MERGED = "merged";

  private static final Performed WAS_MERGED =
      new Performed.Refused("the ticket was merged into another one");
  private static final Performed NOBODY_TO_WRITE_TO =
      new Performed.Refused(
          "Zammad has no such ticket, has merged it, or has no e-mail address of its customer");

  Performed perform(TicketAction action, boolean again) {
    return switch (action) {
      case TicketAction.AddInternalNote note -> again ? addUnlessThere(note) : add(note);
      case TicketAction.SendReply reply ->
          again && isThere(reply) ? new Performed.DoneBefore() : send(reply);
      case TicketAction.SaveDraft draft -> save(draft);
      // the same tag, or the same value in a field, may be written as often as one likes
      case TicketAction.AddTag tag -> outcome(api.addTag(tag.ticket().id(), tag.tag()));
      case TicketAction.SetField field -> set(field);
      case TicketAction.OpenTicket open -> open(open, again);
    };
  }

  private Performed open(TicketAction.OpenTicket open, boolean again) {
    var there = again ? opened(open) : Optional.<Fields>empty();
    if (there.isPresent()) {
      return opened(there.get());
    }
    var reply = api.open(ticket(open));
    return reply.isSuccess()
        ? answered(reply)
            .filter(made -> made.text("id").isPresent())
            .map(ZammadActions::opened)
            .orElseThrow(() -> notOurs("a new ticket"))
        : outcome(reply);
  }

  private static Performed opened(Fields ticket) {
    var id = ticket.text("id").orElseThrow();
    return new Performed.Opened(id, ticket.text("number").orElse(id));
  }

  /** Zammad makes a customer of an address that it does not know when it is `guess:`. */
  private static Map<String, Object> ticket(TicketAction.OpenTicket open) {
    return Map.of(
        "title",
        open.subject(),
        "group",
        open.group(),
        "customer_id",
        "guess:" + open.requester().email(),
        "article",
        Map.of(
            "type",
            "web",
            "sender",
            "Customer",
            "internal",
            false,
            "from",
            open.requester().email(),
            "subject",
            open.subject(),
            "content_type",
            "text/plain",
            "body",
            open.text()));
  }

  /** Among the customer's newest tickets the one with the marker. */
  private Optional<Fields> opened(TicketAction.OpenTicket open) {
    var marker = TicketAction.openingMarker(open.key());
    return api.usersLike(open.requester().email()).stream()
        .filter(user -> user.text("email").filter(open::isFor).isPresent())
        .flatMap(user -> user.text("id").flatMap(api::ticketsOf).stream())
        .flatMap(
            of ->
                Stream.concat(
                    of.texts("ticket_ids_open").stream(), of.texts("ticket_ids_closed").stream()))
        .sorted(Comparator.comparing(String::length).thenComparing(it -> it).reversed())
        .limit(MOST_LOOKED_AT)
        .filter(id -> holds(id, marker))
        .findFirst()
        .flatMap(api::ticket);
  }

  private boolean holds(String ticket, String marker) {
    return api.articles(ticket).orElse(List.of()).stream()
        .anyMatch(article -> article.text("body").orElse("").contains(marker));
  }

  private boolean isThere(TicketAction action) {
    return holds(action.ticket().id(), TicketAction.marker(action.key()));
  }

  private Performed addUnlessThere(TicketAction.AddInternalNote note) {
    if (isThere(note)) {
      return new Performed.DoneBefore();
    }
    return api.ticket(note.ticket().id()).filter(ZammadActions::isMerged).isPresent()
        ? WAS_MERGED
        : add(note);
  }

  private static boolean isMerged(Fields ticket) {
    return ticket.text("state").filter(MERGED::equals).isPresent();
  }

  private Performed add(TicketAction.AddInternalNote note) {
    var reply = api.addArticle(article(note));
    return reply.isSuccess() && !stored(reply).isTrue("internal")
        ? new Performed.Refused(
            "Zammad stored the note where the customer sees it: our account lacks the permission"
                + " ticket.agent")
        : outcome(reply);
  }

  private static Map<String, Object> article(TicketAction.AddInternalNote note) {
    var article = new HashMap<String, Object>();
    article.put("ticket_id", note.ticket().id());
    article.put("type", "note");
    article.put("sender", "Agent");
    article.put("internal", true);
    article.put("subject", note.subject());
    article.put("content_type", "text/html");
    article.put("body", note.html());
    if (!note.files().isEmpty()) {
      article.put("attachments", note.files().stream().map(ZammadActions::file).toList());
    }
    return article;
  }

  private static Map<String, String> file(Attachment file) {
    return Map.of(
        "filename",
        file.name(),
        "mime-type",
        file.mediaType(),
        "data",
        Base64.getEncoder().encodeToString(file.content().getBytes(UTF_8)));
  }

  /** A success that holds no article came from somebody before Zammad, such as a log-in page. */
  private static Fields stored(OutboundReply reply) {
    return answered(reply)
        .filter(article -> article.text("id").isPresent())
        .orElseThrow(() -> notOurs("a new article"));
  }

  private static HelpdeskUnavailable notOurs(String what) {
    return new HelpdeskUnavailable("what came back for " + what + " is none", Optional.empty());
  }

  private Performed send(TicketAction.SendReply reply) {
    var letter = letter(reply.ticket().id(), reply.html());
    if (letter.isEmpty()) {
      return NOBODY_TO_WRITE_TO;
    }
    var answer = api.addArticle(letter.get());
    if (answer.isSuccess()) {
      stored(answer);
    }
    return outcome(answer);
  }

  /**
   * Zammad replaces a shared draft without asking, so a person's is left alone; so is one of ours
   * that a person changed.
   */
  private Performed save(TicketAction.SaveDraft draft) {
    var ticket = draft.ticket().id();
    var there = api.sharedDraft(ticket).filter(found -> found.text("shared_draft_id").isPresent());
    if (there.isPresent()) {
      return isOf(draft, body(there.get()))
          ? new Performed.DoneBefore()
          : new Performed.Refused("the ticket has a shared draft already, which is not replaced");
    }
    return letter(ticket, draft.html())
        .<Performed>map(letter -> outcome(api.saveDraft(ticket, Map.of("new_article", letter))))
        .orElse(NOBODY_TO_WRITE_TO);
  }

  /** Zammad keeps a draft as it came; an agent's own words carry no marker. */
  private static boolean isOf(TicketAction.SaveDraft draft, String there) {
    return there.contains(TicketAction.marker(draft.key()))
        || (draft.isOfAgent() && there.strip().equals(draft.html().strip()));
  }

  private static String body(Fields sharedDraft) {
    var id = sharedDraft.text("shared_draft_id").orElse("");
    return sharedDraft
        .object("assets")
        .flatMap(assets -> assets.object("TicketSharedDraftZoom"))
        .flatMap(drafts -> drafts.object(id))
        .flatMap(draft -> draft.object("new_article"))
        .flatMap(article -> article.text("body"))
        .orElse("");
  }

  /** An e-mail to the ticket's customer. */
  private Optional<Map<String, Object>> letter(String id, String html) {
    var ticket = api.ticket(id).filter(it -> !isMerged(it));
    var subject = ticket.flatMap(found -> found.text("title")).orElse("");
    return ticket
        .flatMap(found -> found.text("customer_id"))
        .flatMap(api::user)
        .flatMap(user -> user.text("email"))
        .map(
            to ->
                Map.of(
                    "ticket_id",
                    id,
                    "type",
                    "email",
                    "sender",
                    "Agent",
                    "internal",
                    false,
                    "to",
                    to,
                    "subject",
                    subject,
                    "content_type",
                    "text/html",
                    "body",
                    html));
  }

  private Performed set(TicketAction.SetField field) {
    var reply = api.update(field.ticket().id(), Map.of(field.name(), field.value()));
    var isUnknown =
        reply.isSuccess() && answered(reply).filter(it -> !it.has(field.name())).isPresent();
    return isUnknown
        ? new Performed.Refused("Zammad's tickets have no field " + field.name())
        : outcome(reply);
  }

  private static Performed outcome(OutboundReply reply) {
    if (reply.isSuccess()) {
      return new Performed.Done(answered(reply).flatMap(it -> it.text("id")).orElse(""));
    }
    return new Performed.Refused(
        switch (reply.status()) {
          case 404 -> "Zammad has no such ticket (HTTP 404)";
          case 422 -> "Zammad does not take it as it is (HTTP 422)";
          default -> "Zammad said no (" + reply + ")";
        });
  }

  /** The object that was answered with; some answers are none. */
  private static Optional<Fields> answered(OutboundReply reply) {
    try {
      return Optional.of(Fields.of(reply.text()));
    } catch (Json.UnreadableJson e) {
      return Optional.empty();
    }
  }
}
