package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The brands under which an organisation meets customers; most have none. */
@ApplicationScoped
@Transactional
public class Brands {

  @PersistenceContext EntityManager entities;

  /** By name. */
  public List<Brand> all() {
    return rows().stream()
        .collect(Collectors.groupingBy(row -> row.brand, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(it -> Brand.of(it.getKey(), Brand.byKind(it.getValue().stream())))
        .toList();
  }

  public Optional<Brand> find(String name) {
    return all().stream().filter(brand -> brand.name().equals(name.strip())).findFirst();
  }

  /**
   * Takes the place of the brand of this name.
   *
   * @return what of it belongs to another brand; then nothing was changed
   */
  public Set<String> put(Brand brand) {
    var rows = rows();
    var taken = new TreeSet<String>();
    for (var row : rows) {
      if (!row.brand.equals(brand.name()) && brand.parts().get(row.kind()).contains(row.part)) {
        taken.add(row.part);
      }
    }
    if (taken.isEmpty()) {
      remove(brand.name());
      entities.flush();
      brand.parts().forEach((kind, parts) -> parts.forEach(part -> add(kind, part, brand)));
    }
    return taken;
  }

  /**
   * What belonged to it belongs to none any more.
   *
   * @return whether there was one of this name
   */
  public boolean remove(String name) {
    var own = rows().stream().filter(row -> row.brand.equals(name.strip())).toList();
    own.forEach(entities::remove);
    return !own.isEmpty();
  }

  /** What is not there any more belongs to no brand: the next one of its name is another. */
  public void forget(Brand.Kind kind, String part) {
    rows().stream()
        .filter(row -> row.kind() == kind && row.part.equals(part))
        .forEach(entities::remove);
  }

  /** The sources whose entries are not for who asks so: those of other brands. */
  public Set<String> hiddenFrom(Asker asker) {
    if (asker instanceof Asker.Unknown) {
      return Set.of();
    }
    var rows = rows();
    return brand(asker, rows).stream()
        .flatMap(brand -> rows.stream().filter(row -> !row.brand.equals(brand)))
        .filter(row -> row.kind() == Brand.Kind.SOURCE)
        .map(row -> row.part)
        .collect(Collectors.toSet());
  }

  private static Optional<String> brand(Asker asker, List<BrandPart> rows) {
    return switch (asker) {
      case Asker.Unknown unknown -> Optional.empty();
      case Asker.Under under -> Optional.of(under.brand());
      case Asker.Through through ->
          rows.stream()
              .filter(row -> row.kind() == through.kind() && row.part.equals(through.id()))
              .map(row -> row.brand)
              .findFirst();
    };
  }

  private void add(Brand.Kind kind, String part, Brand brand) {
    entities.persist(new BrandPart(kind, part, brand.name()));
  }

  private List<BrandPart> rows() {
    return entities
        .createQuery("select p from BrandPart p order by p.id", BrandPart.class)
        .getResultList();
  }
}
