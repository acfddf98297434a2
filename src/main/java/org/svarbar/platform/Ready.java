package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
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

  @PersistenceContext EntityManager entities;
  @Inject OpenSearchClient search;

  @Override
  @Transactional
  public HealthCheckResponse call() {
    entities.createNativeQuery("select 1", Integer.class).getSingleResult();
    return HealthCheckResponse.named("svarbar").withData("opensearch", openSearch()).up().build();
  }

  private String openSearch() {
    try {
      return search.info().version().number();
    } catch (IOException | OpenSearchException e) {
      return "does not answer: suggestions wait until it does";
    }
  }
}
