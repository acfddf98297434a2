package org.svarbar.embedding;

import java.net.URI;
import java.util.Optional;

/**
 * Where embeddings are asked for.
 *
 * @param address of the call itself, such as `http://models.example.com/v1/embeddings`
 * @param model what the endpoint calls the model
 * @param credential sent as a bearer token
 */
record Endpoint(URI address, String model, Optional<String> credential) {

  @Override
  public String toString() {
    return model + " at " + address.getScheme() + "://" + address.getAuthority();
  }
}
