package org.svarbar.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;

/** One thing that belongs to a brand, as a row; each belongs to one at most. */
@Entity
@Table(name = "brand_parts")
class BrandPart {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 10)
  String kind;

  @Column(nullable = false, length = Brand.LONGEST_PART)
  String part;

  @Column(nullable = false, length = Brand.LONGEST_NAME)
  String brand;

  /** For JPA. */
  protected BrandPart() {}

  BrandPart(Brand.Kind kind, String part, String brand) {
    this.kind = kind.name().toLowerCase(Locale.ROOT);
    this.part = part;
    this.brand = brand;
  }

  Brand.Kind kind() {
    return Brand.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
  }
}
