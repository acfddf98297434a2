package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.knowledge.ImportFormat;
import org.svarbar.knowledge.Reason;

/** A JSON file at an address, of the same form as one that is imported. */
@ApplicationScoped
class JsonAtAddress implements SourceReader {

  @Inject WebAddress web;

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public Place place() {
    return Place.ADDRESS;
  }

  @Override
  public Optional<Reason> refusal(Source source) {
    return web.refusal(source.address());
  }

  @Override
  public void read(Source source, SourceRun run) {
    new FileAtAddress(web, ImportFormat.JSON).read(source, run);
  }
}
