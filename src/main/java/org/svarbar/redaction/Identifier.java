package org.svarbar.redaction;

/** A kind of personal identifier. */
public enum Identifier {
  /** Sweden: personnummer, samordningsnummer, and the organisation number of a sole trader */
  PERSONNUMMER("[personnummer]"),
  /** Norway: fødselsnummer, D-number and the numbers of health care and of test registers */
  FODSELSNUMMER("[fødselsnummer]"),
  /** Denmark */
  CPR("[cpr]"),
  /** Finland */
  HETU("[hetu]"),
  IBAN("[iban]"),
  CARD("[card]"),
  PHONE("[phone]"),
  EMAIL("[e-mail]");

  private final String mark;

  Identifier(String mark) {
    this.mark = mark;
  }

  /** What stands in a text in place of the identifier, the same in all languages. */
  public String mark() {
    return mark;
  }
}
