package org.svarbar.support;

import static java.util.stream.Collectors.joining;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a message about a fault may be handed on: the words of it that stand in this list. A
 * helpdesk's answer may be quoted in such a message, and with it what somebody wrote.
 */
final class ErrorShape {

  private static final String STATUS = "HTTP [1-5]\\d\\d";
  private static final String TYPES =
      "(?:Connect|ConnectTimeout|SocketTimeout|Socket|UnknownHost|NoRouteToHost|Bind|SSL"
          + "|SSLHandshake|SSLPeerUnverified|NoHttpResponse|HttpHostConnect|ConnectionClosed"
          + "|ConnectionRequestTimeout|IllegalState|IllegalArgument|NullPointer|ClassCast"
          + "|IndexOutOfBounds|Arithmetic|UncheckedIO|IO|EOF|Persistence|OptimisticLock|Rollback"
          + "|Transaction|SQL|Json|Jsonb|JsonParsing|Messaging|MailConnect|SendFailed"
          + "|AuthenticationFailed|OpenSearch|Runtime|WebApplication)Exception";
  private static final String ERRORS = "(?:OutOfMemory|StackOverflow|NoClassDefFound)Error";
  private static final String PHRASES =
      "Connection refused|Connection reset|Read timed out|Connect timed out|Broken pipe"
          + "|no whole answer within \\d+ s|given up|tries again|does not answer|cannot be reached"
          + "|was deleted|cannot do it|is gone|not allowed|is away|works again|could not be stored"
          + "|was refused|was stored|Done|Refused|NotSupported|Withheld|DoneBefore|Opened";

  private static final Pattern KNOWN =
      Pattern.compile("\\b(?:" + String.join("|", STATUS, TYPES, ERRORS, PHRASES) + ")\\b");

  private ErrorShape() {}

  /** The known words in their order, each once; empty: there is none. */
  static String of(String message) {
    return KNOWN
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .distinct()
        .collect(joining(", "));
  }
}
