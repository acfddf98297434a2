package org.svarbar.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.svarbar.platform.OutboundFailed;

/** A mail in plain text, marked as a program's (RFC 3834), so that nothing answers it. */
record MailWay(MailServer server, String from, String to, Clock clock) implements Way {

  private static final String MILLIS_TO_CONNECT = "5000";
  private static final String MILLIS_OF_SILENCE = "20000";

  /**
   * Where mail is handed in.
   *
   * @param tls `none`, `starttls` (refused by a server that has it not) or `tls` from the beginning
   * @param user empty: without a log-in
   */
  record MailServer(String host, int port, String tls, Optional<String> user, String password) {

    Properties properties() {
      var said = new Properties();
      said.setProperty("mail.smtp.host", host);
      said.setProperty("mail.smtp.port", Integer.toString(port));
      said.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
      said.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls.equals("starttls")));
      said.setProperty("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
      said.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
      said.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      said.setProperty("mail.smtp.connectiontimeout", MILLIS_TO_CONNECT);
      said.setProperty("mail.smtp.timeout", MILLIS_OF_SILENCE);
      said.setProperty("mail.smtp.writetimeout", MILLIS_OF_SILENCE);
      return said;
    }

    Session session() {
      return Session.getInstance(
          properties(),
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return new PasswordAuthentication(user.orElse(""), password);
            }
          });
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void send(Told told) {
    try {
      Transport.send(message(told));
    } catch (MessagingException e) {
      throw new OutboundFailed("mail by " + server + ": " + e.getMessage(), e);
    }
  }

  private MimeMessage message(Told told) throws MessagingException {
    var message = new NoticeMessage(server.session(), told.key());
    message.setFrom(new InternetAddress(from));
    message.setRecipients(RecipientType.TO, InternetAddress.parse(to));
    message.setSubject(told.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(told.text() + "\n\n" + told.link() + "\n", StandardCharsets.UTF_8.name());
    message.saveChanges();
    return message;
  }

  /** One with an id of ours: what is sent again after a crash is the same mail. */
  private static final class NoticeMessage extends MimeMessage {

    private final String key;

    private NoticeMessage(Session session, String key) {
      super(session);
      this.key = key;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + key + "@svarbar>");
    }
  }
}
