package org.svarbar.source;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundHttp;

/** The calls of Zammad's REST API about its knowledge bases. */
final class ZammadKnowledgeBaseCalls {

  private final HelpdeskCalls calls;
  private final Connection via;

  ZammadKnowledgeBaseCalls(OutboundHttp http, Clock clock, Connection via) {
    this.calls = new HelpdeskCalls(http, clock, Set.of());
    this.via = via;
  }

  /**
   * Everything but the texts, as objects by kind and number. Our account needs the permission
   * `knowledge_base.editor`.
   */
  Fields everything() {
    var call = OutboundCall.json("POST", via.at("api/v1/knowledge_bases/init"), "{}");
    return calls
        .read(authorized(call), Fields::of)
        .orElseThrow(
            () ->
                new HelpdeskUnavailable(
                    "there is no knowledge base of Zammad below " + via.base(), Optional.empty()));
  }

  /** An answer with the text of one translation; empty: it has gone meanwhile. */
  Optional<Fields> answer(String knowledgeBase, String answer, String translation) {
    var address =
        via.at(
            "api/v1/knowledge_bases/{}/answers/{}?full=1&include_contents={}",
            knowledgeBase,
            answer,
            translation);
    return calls.read(authorized(OutboundCall.get(address)), Fields::of);
  }

  /** The languages that Zammad knows, with their numbers. */
  List<Fields> locales() {
    var call = OutboundCall.get(via.at("api/v1/locales"));
    return calls.read(authorized(call), Fields::list).orElse(List.of());
  }

  private OutboundCall authorized(OutboundCall call) {
    return call.with("Authorization", "Token token=" + via.credential().strip());
  }
}
