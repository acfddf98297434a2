package org.svarbar.run;

import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One line for bash that sends a ticket to a webhook as a helpdesk would, and then asks the demo
 * inbox for Svarbar's note. It makes the ticket's id, the time and the signature when it runs, so
 * it works as often as it is run; it is plain ASCII, so it survives any terminal.
 *
 * <p>curl reads what to do from a process substitution, because id and time stand both in headers
 * and in what is signed.
 */
record SampleCall(URI webhook, String secret, URI helpdesk) {

  private static final String LINE =
      """
      curl -sS --fail-early -K <(t=$(date +%s); id="sample-$t-$RANDOM"; at=$(date -u +%Y-%m-%dT%H:%M:%SZ);
       body='{"type":"ticket.created","timestamp":"'$at'","data":{"ticket":{"id":"'$id'",
      "subject":"Faktura saknas","requester":{"name":"Annika Berg"},
      "messages":[{"id":"1","author":"requester","createdAt":"'$at'",
      "body":"Hej! Jag hittar inte min faktura. Kan ni skicka en kopia?"}]}}}';
       s=$(printf %s "$id.$t.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:@KEY@ -binary | base64);
       printf '%s\\n' fail 'url = "@WEBHOOK@"' "header = \\"webhook-id: $id\\"" "header = \\"webhook-timestamp: $t\\""
       "header = \\"webhook-signature: v1,$s\\"" 'header = "content-type: application/json"'
       "data-raw = \\"${body//\\"/\\\\\\"}\\"" 'output = "/dev/null"' next
       "url = \\"@HELPDESK@/tickets/$id/note?wait=10\\"")
      """;

  @Override
  public String toString() {
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    return LINE.replace("\n", "")
        .replace("@KEY@", HexFormat.of().formatHex(key))
        .replace("@WEBHOOK@", webhook.toString())
        .replace("@HELPDESK@", helpdesk.toString());
  }
}
