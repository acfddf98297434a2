package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms of files that entries can be read from. */
public enum ImportFormat {
  CSV,
  JSON,
  MARKDOWN_ZIP;

  /** As it is written in addresses: `csv`, `json`, `markdown-zip`. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ImportFormat> find(String code) {
    return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  /**
   * What stands in a file of this form.
   *
   * @throws UnreadableImport when it is not of this form
   */
  public List<FoundForm> read(byte[] file) {
    return switch (this) {
      case CSV -> CsvForms.read(file);
      case JSON -> JsonForms.read(file);
      case MARKDOWN_ZIP -> MarkdownFiles.readZip(file);
    };
  }
}
