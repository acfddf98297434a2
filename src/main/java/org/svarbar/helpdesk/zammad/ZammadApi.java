package org.svarbar.helpdesk.zammad;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;

/** The calls of Zammad's REST API that we make, for one connection. */
final class ZammadApi {

  /** The most that Zammad gives in one page of a search. */
  static final int PAGE = 200;

  private final HelpdeskCalls calls;
  private final Connection via;

  ZammadApi(OutboundHttp http, Clock clock, Connection via) {
    this.calls = new HelpdeskCalls(http, clock, Set.of(401, 403));
    this.via = via;
  }

  Optional<Fields> me() {
    return get(via.at("api/v1/users/me"));
  }

  Optional<Fields> user(String id) {
    return get(via.at("api/v1/users/{}", id));
  }

  Optional<Fields> ticket(String id) {
    return get(via.at("api/v1/tickets/{}?expand=true", id));
  }

  Optional<List<Fields>> articles(String ticket) {
    return list(via.at("api/v1/ticket_articles/by_ticket/{}", ticket));
  }

  Optional<Fields> sharedDraft(String ticket) {
    return get(via.at("api/v1/tickets/{}/shared_draft", ticket));
  }

  /**
   * Tickets changed at or after `since`, the oldest change first. Zammad needs Elasticsearch for
   * this kind of search.
   *
   * @param page from 1
   */
  List<Fields> changed(Instant since, int page) {
    var from = since.truncatedTo(ChronoUnit.MILLIS);
    var query = "updated_at:[\"" + from + "\" TO *]";
    var address =
        via.at(
            "api/v1/tickets/search?query={}&sort_by=updated_at&order_by=asc&page={}&per_page={}&expand=true",
            query,
            String.valueOf(page),
            String.valueOf(PAGE));
    return list(address).orElse(List.of());
  }

  OutboundReply open(Map<String, ?> ticket) {
    return send("POST", via.at("api/v1/tickets"), ticket);
  }

  /** The users who might have this address: Zammad's search takes words apart. */
  List<Fields> usersLike(String email) {
    return list(via.at("api/v1/users/search?query={}&limit=50", email)).orElse(List.of());
  }

  /** The ids of a customer's tickets: `ticket_ids_open` and `ticket_ids_closed`. */
  Optional<Fields> ticketsOf(String customer) {
    return get(via.at("api/v1/ticket_customer?customer_id={}", customer));
  }

  OutboundReply addArticle(Map<String, ?> article) {
    return send("POST", via.at("api/v1/ticket_articles"), article);
  }

  OutboundReply addTag(String ticket, String tag) {
    return send(
        "POST", via.at("api/v1/tags/add"), Map.of("object", "Ticket", "o_id", ticket, "item", tag));
  }

  OutboundReply update(String ticket, Map<String, ?> fields) {
    return send("PUT", via.at("api/v1/tickets/{}?expand=true", ticket), fields);
  }

  OutboundReply saveDraft(String ticket, Map<String, ?> draft) {
    return send("PUT", via.at("api/v1/tickets/{}/shared_draft", ticket), draft);
  }

  private Optional<Fields> get(URI address) {
    return calls.read(authorized(OutboundCall.get(address)), Fields::of);
  }

  private Optional<List<Fields>> list(URI address) {
    return calls.read(authorized(OutboundCall.get(address)), Fields::list);
  }

  private OutboundReply send(String method, URI address, Map<String, ?> body) {
    return calls.send(authorized(OutboundCall.json(method, address, Json.write(body))));
  }

  private OutboundCall authorized(OutboundCall call) {
    return call.with("Authorization", "Token token=" + via.credential().strip());
  }
}
