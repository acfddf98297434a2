package org.svarbar.document.child;

import org.xml.sax.SAXException;

/** Ends the reading of a document from anywhere within Tika. */
final class Unusable extends SAXException {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  Unusable(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
