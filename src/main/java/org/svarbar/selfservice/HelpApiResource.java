package org.svarbar.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.platform.SearchUnavailable;

/** What a page that shows a site's help asks for; {@link HelpGate} stands before it. */
@Path("help-api/{key}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Help on the organisation's own pages")
public class HelpApiResource {

  private static final int MOST_EVENTS_AT_A_TIME = 50;

  @Inject HelpRequest request;
  @Inject HelpSearch search;
  @Inject HelpSessions sessions;
  @Inject VerifiedCustomer verified;
  @Inject Contacts contacts;
  @Inject Clock clock;

  /** A search as it is sent. */
  public record Sought(String text, Optional<String> language) {}

  /**
   * The beginning of a session as it is sent.
   *
   * @param consent whether the customer agreed to what they do being kept
   * @param identity who is logged in at the site
   * @param beforeAnswers that no answer was shown yet, so that the session may be one that sees
   *     none
   */
  public record Beginning(
      Optional<String> language,
      Optional<Boolean> consent,
      Optional<VerifiedCustomer.Identity> identity,
      Optional<Boolean> beforeAnswers) {}

  /** An e-mail address as it is sent. */
  public record Customer(String email) {}

  @GET
  @Operation(summary = "What a page needs to show a site's help, in one of its languages")
  public Response site(
      @QueryParam("language") String language,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    var wanted = Languages.find(language).orElseGet(() -> Languages.preferred(acceptLanguage));
    return Response.ok(Json.write(SiteView.of(request.site(), wanted)))
        .header("Cache-Control", "private, max-age=300")
        .build();
  }

  @POST
  @Path("search")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Finds public answers",
      description = "Stores nothing. `sure`: agents would get it as a suggestion, too.")
  public Response search(InputStream body) {
    return answered(
        () -> {
          var sought = request.body(body, Sought.class);
          var text = Optional.ofNullable(sought.text()).orElse("").strip();
          if (text.isEmpty() || text.length() > HelpSearch.LONGEST) {
            return bad("text: 1 to " + HelpSearch.LONGEST + " characters");
          }
          var hits = search.find(request.site(), text, language(sought.language()));
          return ok(HitView.all(hits));
        });
  }

  @GET
  @Path("answers/{id}")
  @Operation(summary = "A whole answer: its text as a tree of [element, link, child…] and strings")
  public Response answer(@PathParam("id") long id) {
    return search
        .entry(request.site(), id)
        .map(entry -> Response.ok(AnswerView.json(entry).toString()).build())
        .orElseGet(() -> problem(404, "Unknown answer", "There is no such answer any more."));
  }

  @POST
  @Path("sessions")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Begins a session",
      description =
          "403 where the site asks for consent and there is none: then nothing is stored. `session`"
              + " is the secret that later requests carry in the header Svarbar-Session. `heldOut`:"
              + " the page shows this customer no answers; only with `beforeAnswers`.")
  public Response begin(InputStream body) {
    return answered(
        () -> {
          var beginning = request.body(body, Beginning.class);
          if (request.site().consentRequired() && !beginning.consent().orElse(false)) {
            return problem(403, "No consent", "The site stores nothing without consent.");
          }
          var who = beginning.identity();
          if (who.isPresent() && !verified.isSigned(request.site(), who.get())) {
            return problem(403, "Not signed", "The identity's signature is wrong or too old.");
          }
          var begun =
              sessions.start(
                  request.site(),
                  language(beginning.language()),
                  beginning.beforeAnswers().orElse(false));
          who.ifPresent(it -> sessions.identify(request.site(), begun.token(), it.email(), true));
          return Response.status(201).entity(Json.write(SessionView.of(begun))).build();
        });
  }

  @POST
  @Path("events")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Says what happened in the session of the header Svarbar-Session",
      description = "At most 50 events; the same id again is the same event.")
  public Response events(InputStream body) {
    return answered(
        () -> {
          var batch = request.body(body, EventForm.Batch.class).events();
          if (batch == null || batch.isEmpty() || batch.size() > MOST_EVENTS_AT_A_TIME) {
            return bad("events: 1 to " + MOST_EVENTS_AT_A_TIME);
          }
          var now = clock.instant();
          var events = batch.stream().map(form -> form.event(now)).toList();
          return request
              .session()
              .map(token -> appended(sessions.append(request.site(), token, events)))
              .orElseGet(HelpApiResource::noSession);
        });
  }

  @POST
  @Path("customer")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Says which e-mail address the customer will write from",
      description = "Kept as a keyed digest, by which a mail from there is recognised.")
  public Response customer(InputStream body) {
    return answered(
        () -> {
          var email = Optional.ofNullable(request.body(body, Customer.class).email()).orElse("");
          if (!email.matches("[^\\s@]{1,100}@[^\\s@]{1,100}")) {
            return bad("email: is no e-mail address");
          }
          return request
              .session()
              .filter(token -> sessions.identify(request.site(), token, email, false))
              .map(known -> Response.noContent().build())
              .orElseGet(HelpApiResource::noSession);
        });
  }

  @POST
  @Path("contact")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Opens a ticket for the customer, where the site opens tickets",
      description =
          "202: it is or will be opened; `ticket` is its number if it is known by now, `reference`"
              + " that of the session of the header Svarbar-Session. The same `id` again is the"
              + " same ticket. 400 begins with the name of the wrong field.")
  public Response contact(InputStream body) {
    return answered(
        () -> {
          if (!request.site().opensTickets()) {
            return problem(404, "No tickets", "The site opens no tickets.");
          }
          var form = request.body(body, ContactForm.class);
          if (form.isOfAProgram()) {
            return received(new Contacts.Receipt(Optional.empty(), Optional.empty()));
          }
          var contact = form.checked();
          return contacts
              .refused(request.site(), request.network())
              .map(HelpApiResource::tooMany)
              .orElseGet(() -> opened(contact));
        });
  }

  private Response opened(ContactForm.Contact contact) {
    var key = contacts.accept(request.site(), request.session(), contact);
    return received(contacts.receipt(request.site(), request.session(), key));
  }

  private static Response received(Contacts.Receipt receipt) {
    var json = Json.createObjectBuilder();
    receipt.reference().ifPresent(it -> json.add("reference", it));
    receipt.ticket().ifPresent(it -> json.add("ticket", it));
    return Response.status(202).entity(json.build().toString()).build();
  }

  private static Response tooMany(long seconds) {
    return Problem.of(429, "Too many tickets", "Wait a while before you try again.")
        .header("Retry-After", seconds)
        .build();
  }

  static Response appended(HelpSessions.Appended appended) {
    return switch (appended) {
      case HelpSessions.Appended.Stored stored -> ok(stored);
      case HelpSessions.Appended.Unknown unknown -> noSession();
      case HelpSessions.Appended.Full full ->
          problem(409, "Session is full", "The session takes no more events.");
    };
  }

  /** Turns what callers do wrong into answers. */
  static Response answered(Supplier<Response> work) {
    try {
      return work.get();
    } catch (HelpRequest.TooLong e) {
      return problem(413, "Too long", "The body is longer than " + HelpGate.LONGEST + " bytes.");
    } catch (UnreadableJson e) {
      return bad("The body is not a JSON object with these fields.");
    } catch (IllegalArgumentException e) {
      return bad(e.getMessage());
    } catch (HelpSearch.Busy | SearchUnavailable e) {
      return Problem.of(503, "Search unavailable", "Try again in a moment.")
          .header("Retry-After", 2)
          .build();
    }
  }

  private Locale language(Optional<String> tag) {
    return request.site().language(tag.flatMap(Languages::find).orElse(Languages.ENGLISH));
  }

  private static Response ok(Object body) {
    return Response.ok(Json.write(body)).build();
  }

  private static Response noSession() {
    return problem(404, "Unknown session", "There is no such session here, or it is over.");
  }

  private static Response bad(String detail) {
    return problem(400, "Bad request", detail);
  }

  private static Response problem(int status, String title, String detail) {
    return Problem.of(status, title, detail).build();
  }

  /** A session that has begun, as it is sent. */
  public record SessionView(String session, String reference, String phoneCode, boolean heldOut) {
    static SessionView of(HelpSessions.Started begun) {
      return new SessionView(begun.token(), begun.reference(), begun.phoneCode(), begun.heldOut());
    }
  }

  /** A hit as it is sent. */
  public record HitView(long id, String title, String sentence, String language, boolean sure) {
    static List<HitView> all(List<HelpSearch.Hit> hits) {
      return hits.stream()
          .map(
              hit ->
                  new HitView(
                      hit.suggestion().entryId(),
                      hit.suggestion().title(),
                      hit.suggestion().sentence(),
                      hit.suggestion().language().getLanguage(),
                      hit.sure()))
          .toList();
    }
  }
}
