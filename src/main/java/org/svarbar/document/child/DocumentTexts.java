package org.svarbar.document.child;

import java.io.IOException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/**
 * Reads the text of documents, once what is known to be wrong with such files has been looked for.
 */
final class DocumentTexts {

  private final Limits limits;
  private final Parser pdf = new PDFParser();
  private final Parser docx = new OOXMLParser();
  private final Parser html = new JSoupParser();

  DocumentTexts(Limits limits) {
    this.limits = limits;
  }

  Reply read(Question question) {
    try {
      FirstLook.at(question.kind(), question.file(), limits.unpackedBytes());
      return text(question);
    } catch (EncryptedDocumentException e) {
      return new Reply.Refused(Fault.ENCRYPTED);
    } catch (IOException | TikaException | SAXException | RuntimeException e) {
      return new Reply.Refused(faultIn(e));
    }
  }

  private Reply text(Question question) throws IOException, SAXException, TikaException {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "document");
    var html = new HtmlWriter(limits.characters(), () -> checkPages(metadata));
    parse(question, html, metadata);
    if (Boolean.parseBoolean(metadata.get(PDF.HAS_XFA))) {
      throw new Unusable(Fault.FORM);
    }
    if (!html.hasText()) {
      throw new Unusable(Fault.NO_TEXT);
    }
    return new Reply.Text(title(metadata), html.html());
  }

  private void parse(Question question, HtmlWriter html, Metadata metadata)
      throws IOException, SAXException, TikaException {
    try (var stream = TikaInputStream.get(question.file())) {
      parser(question.kind()).parse(stream, html, metadata, context());
    }
  }

  private Parser parser(Kind kind) {
    return switch (kind) {
      case PDF -> pdf;
      case DOCX -> docx;
      case HTML -> html;
    };
  }

  /** Tika tells the number of pages before it tells their text. */
  private void checkPages(Metadata metadata) throws Unusable {
    var pages = metadata.getInt(PagedText.N_PAGES);
    if (pages != null && pages > limits.pages()) {
      throw new Unusable(Fault.TOO_MANY_PAGES);
    }
  }

  /** The text as it stands there, and nothing that is packed into the document. */
  private static ParseContext context() {
    var context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    context.set(PDFParserConfig.class, pdfConfig());
    context.set(OfficeParserConfig.class, officeConfig());
    return context;
  }

  private static PDFParserConfig pdfConfig() {
    var config = new PDFParserConfig();
    // headings, where whoever made the PDF left them in it
    config.setExtractMarkedContent(true);
    config.setExtractInlineImages(false);
    config.setExtractAcroFormContent(false);
    config.setExtractBookmarksText(false);
    config.setExtractAnnotationText(false);
    config.setExtractActions(false);
    config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    config.setCatchIntermediateIOExceptions(false);
    config.setMaxMainMemoryBytes(16_000_000);
    return config;
  }

  private static OfficeParserConfig officeConfig() {
    var config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    config.setIncludeDeletedContent(false);
    config.setIncludeMoveFromContent(false);
    config.setIncludeHeadersAndFooters(false);
    config.setExtractMacros(false);
    return config;
  }

  private static String title(Metadata metadata) {
    var title = metadata.get(TikaCoreProperties.TITLE);
    return title == null ? "" : title.substring(0, Math.min(title.length(), 500)).strip();
  }

  private static Fault faultIn(Throwable thrown) {
    for (var each = thrown; each != null; each = each.getCause()) {
      if (each instanceof Unusable unusable) {
        return unusable.fault();
      }
      if (each instanceof EncryptedDocumentException) {
        return Fault.ENCRYPTED;
      }
    }
    return Fault.DAMAGED;
  }
}
