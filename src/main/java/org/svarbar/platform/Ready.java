package org.svarbar.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;

/**
 * Ready as soon as webhooks can be stored. That OpenSearch is away is said and does not make us
 * unready: nothing is lost by it, and a balancer that took us out would lose what helpdesks send.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  private static final int SECONDS = 3;

  @Resource(lookup = "java:jboss/datasources/SvarbarDS")
  DataSource database;

  @Inject OpenSearchClient search;

  @Override
  public HealthCheckResponse call() {
    var answers = databaseAnswers();
    return HealthCheckResponse.named("svarbar")
        .status(answers)
        .withData(
            "database", answers ? "answers" : "does not answer: webhooks are refused until it does")
        .withData("opensearch", openSearch())
        .build();
  }

  private boolean databaseAnswers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private String openSearch() {
    try {
      return search.info().version().number();
    } catch (IOException | OpenSearchException e) {
      return "does not answer: suggestions wait until it does";
    }
  }
}
