package org.svarbar.text;

import org.jsoup.Jsoup;

/** What a customer wrote, as plain text; takes the HTML off. */
public record MailText(String subject, String text) {

  public static MailText of(String subject, String body, boolean html) {
    return new MailText(
        subject.strip(), html ? Jsoup.parse(body).wholeText().strip() : body.strip());
  }
}
