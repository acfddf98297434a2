package org.svarbar.knowledge;

import java.util.Objects;
import org.svarbar.knowledge.Brand.Kind;

/** Through what somebody asks, which says under which brand they do. */
public sealed interface Asker {

  /** Nobody knows: every brand's answers are for them. */
  Asker UNKNOWN = new Unknown();

  /** Through a helpdesk, by the connection's id. */
  static Asker ofConnection(String id) {
    return new Through(Kind.CONNECTION, id);
  }

  /** On a self-service site, by its id. */
  static Asker ofSite(String id) {
    return new Through(Kind.SITE, id);
  }

  /** Under this very brand. */
  static Asker ofBrand(String name) {
    return new Under(name);
  }

  /** See {@link #UNKNOWN}. */
  record Unknown() implements Asker {}

  /** By what it is and its id. */
  record Through(Kind kind, String id) implements Asker {

    public Through {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(id, "id");
    }
  }

  /** By the brand's name. */
  record Under(String brand) implements Asker {

    public Under {
      Objects.requireNonNull(brand, "brand");
    }
  }
}
