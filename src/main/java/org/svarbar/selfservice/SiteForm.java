package org.svarbar.selfservice;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;

/**
 * A site as somebody wrote it, not yet checked. Everything but the name and the origins may be left
 * out.
 */
public record SiteForm(
    Optional<String> name,
    Optional<List<String>> origins,
    Optional<List<String>> languages,
    Optional<String> group,
    Optional<String> connection,
    Optional<Boolean> consentRequired,
    Optional<String> form,
    Optional<String> mail,
    Optional<String> phone,
    Optional<String> ticketGroup,
    Optional<Integer> keepDays,
    Optional<Integer> keepUnlinkedDays,
    Optional<Integer> solvedAfterDays,
    Optional<Integer> holdOutPercent,
    Optional<Boolean> enabled) {

  static final int USUAL_DAYS = 30;
  static final int USUAL_UNLINKED_DAYS = 7;

  private static final int LONGEST_KEPT = 400;
  private static final int LONGEST_WINDOW = 30;
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_HELD = 50;
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]{1,200}|\\[[0-9a-f:.]{2,45}])(:[0-9]{1,5})?");
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>\"&?,;:%#/]{1,64}@[A-Za-z0-9.-]{1,100}");
  private static final Pattern PHONE = Pattern.compile("[0-9+()/ -]{3,40}");

  /**
   * The site with this id and key.
   *
   * @throws IllegalArgumentException says what is wrong
   */
  HelpSite site(String id, String key) {
    require(ConnectionId.isValid(id), "id: 1 to 40 characters of a-z, 0-9 and inner hyphens");
    var called = name.map(String::strip).orElse("");
    require(!called.isEmpty() && called.length() <= 200, "name: 1 to 200 characters");
    var helpdesk = given(connection);
    require(helpdesk.map(ConnectionId::isValid).orElse(true), "connection: no such name");
    require(given(group).map(it -> it.length() <= 200).orElse(true), "group: is too long");
    return new HelpSite(
        id,
        key,
        called,
        allowedOrigins(),
        spoken(),
        given(group),
        helpdesk.map(ConnectionId::new),
        consentRequired.orElse(true),
        contact(),
        days("keepDays", keepDays.orElse(USUAL_DAYS)),
        days("keepUnlinkedDays", keepUnlinkedDays.orElse(USUAL_UNLINKED_DAYS)),
        window(solvedAfterDays.orElse(USUAL_UNLINKED_DAYS)),
        share(holdOutPercent.orElse(0)),
        enabled.orElse(true));
  }

  private Set<String> allowedOrigins() {
    var allowed = new LinkedHashSet<String>();
    for (var origin : origins.orElse(List.of())) {
      var lower = origin.strip().toLowerCase(Locale.ROOT);
      require(ORIGIN.matcher(lower).matches(), "origins: scheme://host[:port] each, no path, no *");
      allowed.add(lower);
    }
    require(allowed.size() <= MOST_ORIGINS, "origins: at most " + MOST_ORIGINS);
    return allowed;
  }

  private List<Locale> spoken() {
    if (languages.isEmpty()) {
      return Languages.ALL;
    }
    var spoken = new ArrayList<Locale>();
    for (var tag : languages.get()) {
      var known = Languages.find(tag);
      require(known.isPresent(), "languages: of sv, nb, nn, da, fi, en");
      known.filter(language -> !spoken.contains(language)).ifPresent(spoken::add);
    }
    require(!spoken.isEmpty(), "languages: at least one of sv, nb, nn, da, fi, en");
    return spoken;
  }

  private ContactWays contact() {
    var address = given(form).map(SiteForm::web);
    require(given(mail).map(it -> MAIL.matcher(it).matches()).orElse(true), "mail: no address");
    require(given(phone).map(it -> PHONE.matcher(it).matches()).orElse(true), "phone: no number");
    var opensIn = given(ticketGroup);
    require(opensIn.map(it -> it.length() <= 200).orElse(true), "ticketGroup: is too long");
    require(
        opensIn.isEmpty() || given(connection).isPresent(),
        "ticketGroup: in which connection tickets are opened is missing");
    return new ContactWays(address, given(mail), given(phone), opensIn);
  }

  private static URI web(String written) {
    var wrong = "form: an address with http or https, at most 1000 characters";
    try {
      var address = URI.create(written);
      var scheme = String.valueOf(address.getScheme());
      require(written.length() <= 1000 && address.getHost() != null, wrong);
      require(scheme.equals("https") || scheme.equals("http"), wrong);
      return address;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrong, e);
    }
  }

  private static int days(String field, int days) {
    require(days >= 1 && days <= LONGEST_KEPT, field + ": 1 to " + LONGEST_KEPT);
    return days;
  }

  private static int window(int days) {
    require(days >= 0 && days <= LONGEST_WINDOW, "solvedAfterDays: 0 to " + LONGEST_WINDOW);
    return days;
  }

  private static int share(int percent) {
    require(percent >= 0 && percent <= MOST_HELD, "holdOutPercent: 0 to " + MOST_HELD);
    return percent;
  }

  private static Optional<String> given(Optional<String> written) {
    return written.map(String::strip).filter(text -> !text.isEmpty());
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException(what);
    }
  }
}
