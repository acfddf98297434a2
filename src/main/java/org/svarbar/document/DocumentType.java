package org.svarbar.document;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.document.child.Kind;

/** What files are read, by what their names end with. */
enum DocumentType {
  PDF(Optional.of(Kind.PDF), Set.of("pdf")),
  WORD(Optional.of(Kind.DOCX), Set.of("docx")),
  HTML(Optional.of(Kind.HTML), Set.of("html", "htm", "xhtml")),
  MARKDOWN(Optional.empty(), Set.of("md", "markdown"));

  private final Optional<Kind> kind;
  private final Set<String> endings;

  DocumentType(Optional<Kind> kind, Set<String> endings) {
    this.kind = kind;
    this.endings = endings;
  }

  static Optional<DocumentType> find(String ending) {
    return Stream.of(values()).filter(type -> type.endings.contains(ending)).findFirst();
  }

  /** As which it goes to the child process; empty: it is text that this process reads itself. */
  Optional<Kind> kind() {
    return kind;
  }
}
