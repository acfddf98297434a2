package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;

/** What is at addresses of the web, of which the operator says which may be called. */
@ApplicationScoped
class WebAddress {

  @Inject OutboundHttp http;

  /** One that the container does not make. */
  static WebAddress of(OutboundHttp http) {
    var address = new WebAddress();
    address.http = http;
    return address;
  }

  /** Why this address cannot be called; empty: it can. */
  Optional<Reason> refusal(String address) {
    return parsed(address)
        .filter(uri -> uri.getHost() != null && uri.getRawFragment() == null)
        .map(http.allowed()::refusals)
        .map(
            refusals ->
                refusals.isEmpty()
                    ? Optional.<Reason>empty()
                    : Optional.of(Reason.of("source-not-allowed", address)))
        .orElseGet(() -> Optional.of(Reason.of("source-address-unusable", address)));
  }

  /** Asks whether it has changed since `before`. */
  Fetched get(URI address, String accept, Validators before) {
    var call = before.added(OutboundCall.get(address).with("Accept", accept));
    try {
      return fetched(http.send(call), address, before);
    } catch (OutboundFailed e) {
      return new Fetched.Failed(e.getMessage());
    }
  }

  private static Fetched fetched(OutboundReply reply, URI address, Validators before) {
    return switch (reply.status()) {
      case 304 -> new Fetched.Unchanged();
      case 301, 302, 303, 307, 308 -> moved(reply, address);
      case 404, 410 -> new Fetched.Missing();
      default -> reply.isSuccess() ? content(reply, before) : new Fetched.Failed(reply.toString());
    };
  }

  private static Fetched moved(OutboundReply reply, URI address) {
    return reply
        .header("location")
        .flatMap(WebAddress::parsed)
        .<Fetched>map(to -> new Fetched.Moved(address.resolve(to)))
        .orElseGet(() -> new Fetched.Failed(reply + " without a place"));
  }

  private static Fetched content(OutboundReply reply, Validators before) {
    var validators = Validators.of(reply);
    return validators.hash().equals(before.hash())
        ? new Fetched.Unchanged()
        : new Fetched.Content(
            reply.body(),
            reply.header("content-type").orElse(""),
            reply.header("content-language").orElse(""),
            validators);
  }

  /** Empty: it is no address. */
  static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text.strip()));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }
}
