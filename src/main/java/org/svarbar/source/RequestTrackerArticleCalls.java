package org.svarbar.source;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundHttp;

/** The calls of RT's REST 2.0 interface about articles. Pages count from 1. */
final class RequestTrackerArticleCalls {

  private final HelpdeskCalls calls;
  private final Connection via;

  RequestTrackerArticleCalls(OutboundHttp http, Clock clock, Connection via) {
    this.calls = new HelpdeskCalls(http, clock, Set.of());
    this.via = via;
  }

  /** Articles after this number that our account may see, in order, without their texts. */
  Fields after(long number, int page) {
    return get(via.at(
            "REST/2.0/articles?query={}&fields=LastUpdated&orderby=id&per_page=100&page={}",
            "[{\"field\":\"id\",\"operator\":\">\",\"value\":" + number + "}]",
            String.valueOf(page)))
        .orElseThrow(
            () ->
                new HelpdeskUnavailable(
                    "there is no REST 2.0 interface of Request Tracker below " + via.base(),
                    Optional.empty()));
  }

  /** Empty: it has gone meanwhile. */
  Optional<Fields> article(String number) {
    return get(via.at("REST/2.0/article/{}", number));
  }

  private Optional<Fields> get(URI address) {
    var call = OutboundCall.get(address);
    return calls.read(call.with("Authorization", "token " + via.credential().strip()), Fields::of);
  }
}
