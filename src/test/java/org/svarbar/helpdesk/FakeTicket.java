package org.svarbar.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.svarbar.ticket.Message;

/** A ticket in a {@link FakeDesk}. */
public final class FakeTicket {

  private final String id;
  private final String subject;
  private final String group;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final List<String> tags = new CopyOnWriteArrayList<>();
  private final Map<String, String> fields = new ConcurrentHashMap<>();
  private volatile Instant changedAt;
  private volatile Optional<String> draft = Optional.empty();

  FakeTicket(String id, String subject, String group, Instant openedAt) {
    this.id = id;
    this.subject = subject;
    this.group = group;
    this.changedAt = openedAt;
  }

  public String id() {
    return id;
  }

  public String subject() {
    return subject;
  }

  public String group() {
    return group;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public List<Message> messages() {
    return List.copyOf(messages);
  }

  public void write(Message message) {
    messages.add(message);
    changedAt = message.createdAt();
  }

  /** Its messages are another ticket's from now on. */
  public void moveMessagesTo(FakeTicket other) {
    other.messages.addAll(messages);
    messages.clear();
  }

  public List<String> tags() {
    return List.copyOf(tags);
  }

  /** Adding a tag that is there changes nothing. */
  public void tag(String tag) {
    if (!tags.contains(tag)) {
      tags.add(tag);
    }
  }

  public Map<String, String> fields() {
    return Map.copyOf(fields);
  }

  public void set(String field, String value) {
    fields.put(field, value);
  }

  public Optional<String> draft() {
    return draft;
  }

  public void draft(String body) {
    draft = Optional.of(body);
  }
}
