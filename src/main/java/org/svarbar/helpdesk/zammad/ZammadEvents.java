package org.svarbar.helpdesk.zammad;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.UnreadableWebhook;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Json;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketEvent.Escalated;
import org.svarbar.ticket.TicketEvent.Sign;
import org.svarbar.ticket.TicketRef;

/**
 * Reads the default payload of Zammad's webhooks, `{"ticket": {…}, "article": {…}}`. It holds no
 * event, so the article tells what happened; triggers named `Svarbar: group` and the like tell the
 * rest.
 */
record ZammadEvents(Connection via) {

  /** How the triggers are named that tell of anything but a message. */
  private static final Pattern CHANGE = Pattern.compile("svarbar: (group|owner|state)\\b");

  /** Whose article, if there is one, is only the one that came before. */
  private static final Pattern ESCALATION =
      Pattern.compile("svarbar: (priority|tag|escalation|bot)\\b *(.*)");

  Optional<TicketEvent> read(WebhookRequest request) {
    try {
      var payload = Fields.of(request.text());
      var ticket = payload.object("ticket").orElseThrow(() -> unreadable("ticket"));
      var ref = ref(ticket);
      var trigger = request.header("x-zammad-trigger").orElse("").strip().toLowerCase(Locale.ROOT);
      var escalation = ESCALATION.matcher(trigger);
      if (escalation.matches()) {
        return Optional.of(escalated(escalation.group(1), escalation.group(2), ticket, ref));
      }
      return payload
          .object("article")
          .filter(article -> article.has("id"))
          .flatMap(article -> written(article, ticket, ref))
          .or(() -> changed(trigger, ticket, ref));
    } catch (Json.UnreadableJson e) {
      throw new UnreadableWebhook("not Zammad's default payload: " + e.getMessage(), e);
    }
  }

  private static Optional<TicketEvent> changed(String trigger, Fields ticket, TicketRef ref) {
    var what = CHANGE.matcher(trigger);
    if (!what.lookingAt()) {
      return Optional.empty();
    }
    var at = at(ticket, "updated_at");
    return switch (what.group(1)) {
      case "group" ->
          named(ticket, "group", "name").map(to -> new TicketEvent.GroupChanged(ref, to, at));
      case "owner" ->
          named(ticket, "owner", "login").map(to -> new TicketEvent.OwnerChanged(ref, to, at));
      default -> ticket.text("state").map(to -> new TicketEvent.StatusChanged(ref, to, at));
    };
  }

  /** The payload holds no tags, and of priorities only the new one: the trigger chooses. */
  private static TicketEvent escalated(String sign, String rest, Fields ticket, TicketRef ref) {
    var at = at(ticket, "updated_at");
    return switch (sign) {
      case "priority" ->
          new Escalated(ref, Sign.PRIORITY, named(ticket, "priority", "name").orElse(""), at);
      case "tag" -> new Escalated(ref, Sign.TAG, rest, at);
      case "bot" -> new Escalated(ref, Sign.BOT, "", at);
      default -> new Escalated(ref, Sign.RULE, rest, at);
    };
  }

  private static Optional<String> named(Fields ticket, String member, String name) {
    return ticket.object(member).flatMap(found -> found.text(name));
  }

  private Optional<TicketEvent> written(Fields article, Fields ticket, TicketRef ref) {
    if (article.isTrue("internal") || isOurs(article)) {
      return Optional.empty();
    }
    var at = at(article, "created_at");
    var id = article.text("id");
    return switch (article.text("sender").orElse("")) {
      case "Customer" ->
          Optional.of(
              isFirst(id, ticket)
                  ? new TicketEvent.TicketOpened(ref, id, at)
                  : new TicketEvent.RequesterReplied(ref, id, at));
      case "Agent" -> Optional.of(new TicketEvent.AgentReplied(ref, id, at));
      default -> Optional.empty();
    };
  }

  /**
   * By account, and by marker where nobody gave us the account; a customer may quote a marker that
   * reached them.
   */
  private boolean isOurs(Fields article) {
    var by = article.object("created_by");
    var byUs =
        by.filter(
                user ->
                    via.isOurs(
                        user.text("id").orElse(""),
                        user.text("login").orElse(""),
                        user.text("email").orElse("")))
            .isPresent();
    var marked =
        !article.text("sender").equals(Optional.of("Customer"))
            && TicketAction.isMarked(article.text("body").orElse(""));
    return byUs || marked;
  }

  /**
   * The payload is made when it is sent, so that it may list articles later than the one that it is
   * about.
   */
  private static boolean isFirst(Optional<String> article, Fields ticket) {
    return ticket.texts("article_ids").stream()
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .equals(article);
  }

  private TicketRef ref(Fields ticket) {
    return ticket
        .text("id")
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(id -> new TicketRef(via.id(), id))
        .orElseThrow(() -> unreadable("ticket.id"));
  }

  private static Instant at(Fields fields, String name) {
    return fields.instant(name).orElseThrow(() -> unreadable(name));
  }

  private static UnreadableWebhook unreadable(String missing) {
    return new UnreadableWebhook("not Zammad's default payload: it has no " + missing);
  }
}
