package org.svarbar.assist;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.svarbar.platform.Languages;

/**
 * What an administrator wants of automatic replies, besides the promise.
 *
 * @param languages in which they are sent; empty: all
 * @param mostPerDay to one requester, 1 to 20
 * @param signature what stands below a sign-off, drafts' too; at most 400 characters in lines
 */
public record ReplyRules(
    Set<Locale> languages, ReplyHours hours, Holidays holidays, int mostPerDay, String signature) {

  /** What holds where nobody has said anything else. */
  public static final ReplyRules SHIPPED =
      new ReplyRules(Set.of(), ReplyHours.ALWAYS, Holidays.NONE, 2, "");

  private static final int MOST_PER_DAY = 20;
  private static final int LONGEST_SIGNATURE = 400;

  public ReplyRules {
    languages = Set.copyOf(languages);
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(holidays, "holidays");
    if (!Languages.ALL.containsAll(languages)) {
      throw new IllegalArgumentException("languages: not all are of " + Languages.ALL);
    }
    if (mostPerDay < 1 || mostPerDay > MOST_PER_DAY) {
      throw new IllegalArgumentException("mostPerDay: is not between 1 and " + MOST_PER_DAY);
    }
    if (signature.length() > LONGEST_SIGNATURE) {
      throw new IllegalArgumentException("signature: is longer than " + LONGEST_SIGNATURE);
    }
  }

  /** Whether customers are answered at this time, by its own clock. */
  boolean include(ZonedDateTime time) {
    return holidays.include(time.toLocalDate()) ? holidays.answered() : hours.include(time);
  }

  boolean speaks(Locale language) {
    return languages.isEmpty() || languages.contains(language);
  }
}
