package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kinds of sources that there are. */
@ApplicationScoped
public class SourceKinds {

  @Inject @Any Instance<SourceReader> readers;

  /** All readers by their kinds' names. */
  public List<SourceReader> all() {
    return readers.stream().sorted(Comparator.comparing(SourceReader::kind)).toList();
  }

  public Optional<SourceReader> find(String kind) {
    return readers.stream().filter(reader -> reader.kind().equals(kind)).findFirst();
  }
}
