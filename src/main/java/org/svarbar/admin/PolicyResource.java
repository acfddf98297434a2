package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.assist.GroupPolicies;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.triage.HardRule;
import org.svarbar.triage.HardRules;
import org.svarbar.triage.Promises;
import org.svarbar.triage.TriagePolicies;
import org.svarbar.triage.TriagePolicy;

/** One connection's policy: how far, what is promised, what always needs a person. */
@Path("console/triage/{id: (?!switch$)[a-z0-9-]+}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PolicyResource {

  private static final double PER_CENT = 100.0;
  private static final int LEAST = 50;
  private static final int MOST = 99;
  private static final int LONGEST_GROUP = 200;

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject GroupPolicies groups;
  @Inject Promises promises;
  @Inject TriagePolicies policies;
  @Inject TriedMails triedMails;

  @PathParam("id")
  String id;

  /**
   * @param group whose settings are shown for change; empty: those for all
   */
  @GET
  public String show(@QueryParam("group") @DefaultValue("") String group) {
    return page(PolicyForms.of(groups.of(via().id()), group, via()), TriedMail.NONE);
  }

  @POST
  @Path("group")
  public Response change(MultivaluedMap<String, String> sent, @Context SecurityContext who) {
    var via = via();
    var form = PolicyForms.checked(Form.of(sent), pages.texts());
    if (!form.isRight()) {
      return Response.status(422).entity(page(form, TriedMail.NONE)).build();
    }
    if (form.value("group").isEmpty() && !connections.isDeclared(via.id())) {
      PolicyForms.mode(form).ifPresent(mode -> connections.switchTo(via.id(), mode));
    }
    groups.put(via.id(), PolicyForms.policy(form), name(who));
    return back("policy-saved");
  }

  @POST
  @Path("group/remove")
  public Response remove(@FormParam("group") String group, @Context SecurityContext who) {
    groups.remove(via().id(), group, name(who));
    return back("policy-removed");
  }

  @POST
  @Path("promise")
  public Response promise(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var group = form.value("promise-group");
    var share = form.value("at-least");
    var isRight =
        share.matches("[0-9]{2}")
            && Integer.parseInt(share) >= LEAST
            && Integer.parseInt(share) <= MOST
            && group.length() <= LONGEST_GROUP;
    if (!isRight) {
      var wrong = Map.of("at-least", pages.texts().text("triage.at-least.wrong", LEAST, MOST));
      return Response.status(422)
          .entity(page(shown(form.withWrong(wrong)), TriedMail.NONE))
          .build();
    }
    promises.promise(via().id(), group, Integer.parseInt(share) / PER_CENT);
    return back("promise-decided");
  }

  @POST
  @Path("promise/remove")
  public Response take(@FormParam("group") @DefaultValue("") String group) {
    promises.take(via().id(), group);
    return back("promise-taken");
  }

  @POST
  @Path("rules")
  public Response addRule(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    try {
      var rule = PolicyForms.rule(form);
      var policy = policies.of(via().id());
      put(policy, Stream.concat(policy.rules().rules().stream(), Stream.of(rule)).toList());
      return back("rules-saved");
    } catch (IllegalArgumentException e) {
      var wrong = Map.of("rule-name", pages.texts().text("triage.rule.wrong"));
      return Response.status(422)
          .entity(page(shown(form.withWrong(wrong)), TriedMail.NONE))
          .build();
    }
  }

  /**
   * @param place of the rule, counted from 0, and `name` as it was when the page was shown
   */
  @POST
  @Path("rules/remove")
  public Response removeRule(@FormParam("place") int place, @FormParam("name") String name) {
    var policy = policies.of(via().id());
    var all = policy.rules().rules();
    if (place < 0 || place >= all.size() || !all.get(place).name().equals(name)) {
      throw new NotFoundException();
    }
    put(policy, IntStream.range(0, all.size()).filter(i -> i != place).mapToObj(all::get).toList());
    return back("rules-saved");
  }

  @POST
  @Path("rules/reset")
  public Response resetRules() {
    put(policies.of(via().id()), HardRules.shipped().rules());
    return back("rules-saved");
  }

  @POST
  @Path("try")
  public String tryOut(
      @FormParam("subject") @DefaultValue("") String subject,
      @FormParam("text") @DefaultValue("") String text) {
    var tried = triedMails.of(subject, text, policies.of(via().id()).rules(), pages.texts());
    return pages.isPartial()
        ? pages.html("policy-tried", Map.of("tried", tried))
        : page(PolicyForms.of(groups.of(via().id()), "", via()), tried);
  }

  private void put(TriagePolicy policy, List<HardRule> rules) {
    policies.put(
        via().id(),
        new TriagePolicy(new HardRules(rules), policy.marking(), policy.noteForPerson()));
  }

  /** What was typed elsewhere on the page, with the settings for all beside it. */
  private Form shown(Form typed) {
    var values = new java.util.HashMap<>(PolicyForms.of(groups.of(via().id()), "", via()).values());
    values.putAll(typed.values());
    return new Form(values, typed.wrong());
  }

  private String page(Form form, TriedMail tried) {
    var via = via();
    return pages.html(
        "policy",
        Map.of(
            "connection",
            via,
            "isDeclared",
            connections.isDeclared(via.id()),
            "groups",
            groups.of(via.id()),
            "promises",
            promises.of(via.id()),
            "rules",
            policies.of(via.id()).rules().rules(),
            "form",
            form,
            "tried",
            tried));
  }

  private Connection via() {
    return Optional.of(id)
        .filter(ConnectionId::isValid)
        .map(ConnectionId::new)
        .flatMap(connections::find)
        .orElseThrow(NotFoundException::new);
  }

  private static String name(SecurityContext who) {
    return who.getUserPrincipal().getName();
  }

  private Response back(String done) {
    return Response.seeOther(URI.create("console/triage/" + id + "?done=" + done)).build();
  }
}
