package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.of;
import static org.svarbar.source.SourceForTests.putUp;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.Product;

/** A knowledge base of Zammad, as its API describes it, in every state that an answer can have. */
@ArquillianTest
@RunAsClient
class SourceZammadIT {

  private static final String PAST = "\"2025-03-12T14:52:38.014Z\"";

  private final FakeHelpdesk zammad = FakeHelpdesk.start();
  private volatile String answers = "";
  private volatile String body = "<p>Ring the bell twice.</p>";
  private SourceForTests source;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void serve() {
    zammad
        .on("POST", "/api/v1/knowledge_bases/init", request -> authorized(request, everything()))
        .on(
            "GET",
            "/api/v1/locales",
            request -> authorized(request, "[{\"id\":7,\"locale\":\"sv-se\"}]"))
        .on("GET", "/api/v1/knowledge_bases/3/answers/[0-9]+", this::content);
  }

  @AfterEach
  void end() {
    source.remove();
    zammad.close();
  }

  @Test
  void followsAnswersByTheirState() {
    answers =
        answer(1, null, null, PAST, "a")
            + ","
            + answer(2, null, PAST, null, "a")
            + ","
            + answer(3, null, null, null, "a")
            + ","
            + answer(4, PAST, null, PAST, "a");
    var connection =
        ConnectionForTests.of(
            Product.underTest(), "zammad", zammad.base().toString(), "svarbar", "kb-token");
    source = putUp(of("zammad-knowledge-base", connection.id()));

    var first = source.firstRun();
    var second = source.synced();
    body = "<p>Knock.</p>";
    answers = answer(1, null, null, PAST, "b") + "," + answer(2, PAST, PAST, null, "b");
    var third = source.synced();

    assertThat(first.getString("outcome")).as("%s", first).isEqualTo("succeeded");
    assertThat(first.getInt("added")).isEqualTo(2);
    assertThat(first.getJsonArray("changes").toString())
        .contains("Hur öppnar jag grind 1?", "Hur öppnar jag grind 2?", "\"language\":\"sv\"");
    assertThat(second.getInt("unchanged")).as("%s", second).isEqualTo(2);
    assertThat(third.getInt("changed")).as("%s", third).isEqualTo(1);
    assertThat(third.getInt("removed")).isEqualTo(1);
    assertThat(zammad.received("GET", ".*/answers/1")).hasSize(2);
    assertThat(zammad.received("GET", ".*/answers/[34]")).isEmpty();
  }

  private Reply content(Received request) {
    var id = request.path().replaceAll(".*/", "");
    return authorized(
        request,
        "{\"id\":%s,\"assets\":{\"KnowledgeBaseAnswerTranslationContent\":{\"5%s\":{\"id\":5%s,\"body\":\"%s\"}}}}"
            .formatted(id, id, id, body));
  }

  private static Reply authorized(Received request, String json) {
    return "Token token=kb-token".equals(request.headers().get("authorization"))
        ? Reply.json(json)
        : Reply.status(403);
  }

  private String everything() {
    var translations =
        answers.replaceAll(
            "\"(\\d)\":\\{[^}]*\"updated_at\":(\"[^\"]*\")\\}",
            "\"1$1\":{\"id\":1$1,\"title\":\"Hur öppnar jag grind $1?\",\"kb_locale_id\":2,"
                + "\"answer_id\":$1,\"content_id\":5$1,\"updated_at\":$2}");
    return """
    {"KnowledgeBaseLocale":{"2":{"id":2,"knowledge_base_id":3,"system_locale_id":7}},
     "KnowledgeBaseCategory":{"9":{"id":9,"knowledge_base_id":3}},
     "KnowledgeBaseAnswer":{%s},"KnowledgeBaseAnswerTranslation":{%s}}\
    """
        .formatted(answers, translations);
  }

  private static String answer(
      int id, String archived, String internal, String published, String updated) {
    return """
    "%d":{"id":%d,"category_id":9,"archived_at":%s,"internal_at":%s,"published_at":%s,\
    "updated_at":"2025-03-13T11:04:17%s"}\
    """
        .formatted(id, id, archived, internal, published, updated);
  }
}
