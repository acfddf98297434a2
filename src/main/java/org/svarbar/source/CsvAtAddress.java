package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.knowledge.ImportFormat;
import org.svarbar.knowledge.Reason;

/** A CSV file at an address, of the same form as one that is imported. */
@ApplicationScoped
class CsvAtAddress implements SourceReader {

  @Inject WebAddress web;

  @Override
  public String kind() {
    return "csv";
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
    new FileAtAddress(web, ImportFormat.CSV).read(source, run);
  }
}
