package org.svarbar.document.child;

/**
 * What a document may be at most.
 *
 * @param pages of a PDF
 * @param characters of text and markup that come out
 * @param unpackedBytes of all parts of a packed document together
 */
public record Limits(int pages, int characters, long unpackedBytes) {

  /** As the arguments of {@link Child}. */
  public String[] arguments() {
    return new String[] {
      Integer.toString(pages), Integer.toString(characters), Long.toString(unpackedBytes)
    };
  }

  static Limits of(String... arguments) {
    return new Limits(
        Integer.parseInt(arguments[0]),
        Integer.parseInt(arguments[1]),
        Long.parseLong(arguments[2]));
  }
}
