package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.Optional;
import org.svarbar.suggestion.Question;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.suggestion.Suggestions;

/** Shows what an agent would see for a ticket that somebody types in; nothing is stored. */
@Path("console/try")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class TryResource {

  static final int LONGEST_SUBJECT = 300;
  static final int LONGEST_TEXT = 20_000;

  @Inject Pages pages;
  @Inject Suggestions suggestions;

  @GET
  public String show() {
    return pages.html("try", values(new TriedTicket("", "", Optional.empty(), Optional.empty())));
  }

  @POST
  public String suggest(
      @FormParam("subject") @DefaultValue("") String subject,
      @FormParam("text") @DefaultValue("") String text) {
    return pages.html("try", "try-result", values(tried(subject, text)));
  }

  private TriedTicket tried(String subject, String text) {
    if (subject.isBlank() && text.isBlank()) {
      return new TriedTicket(subject, text, Optional.of("try.error.empty"), Optional.empty());
    }
    if (subject.length() > LONGEST_SUBJECT || text.length() > LONGEST_TEXT) {
      return new TriedTicket(subject, text, Optional.of("try.error.long"), Optional.empty());
    }
    var question =
        Question.ofMail(subject, text, false, Optional.empty(), Optional.empty(), Audience.AGENTS);
    return new TriedTicket(
        subject, text, Optional.empty(), Optional.of(suggestions.suggest(question)));
  }

  private static Map<String, Object> values(TriedTicket tried) {
    return Map.of("tried", tried);
  }
}
