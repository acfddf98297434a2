package org.svarbar.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Request Tracker on this machine, fresh, with a queue, an agent, Svarbar's account and our
 * extension in it; `src/test/rt` has the scripts. It takes about six seconds to start. Where the
 * packages of Request Tracker are missing and cannot be installed, {@link #start} aborts the test
 * that calls it, or fails it where the environment says `CI=true`.
 */
public final class RealRequestTracker implements AutoCloseable {

  private static final Path SCRIPTS = Path.of("src", "test", "rt").toAbsolutePath();
  private static final int PACKAGES_ARE_MISSING = 3;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Path folder;
  private final Thread atExit = new Thread(this::stop);
  private JsonObject settings;

  private RealRequestTracker(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts one.
   *
   * @param webhook where its extension sends what happens
   * @param options those of `rt5-up.sh`, such as `--secret`
   */
  public static RealRequestTracker start(URI webhook, String... options) {
    try {
      var tracker = new RealRequestTracker(Files.createTempDirectory("svarbar-rt"));
      Runtime.getRuntime().addShutdownHook(tracker.atExit);
      var arguments = new ArrayList<>(List.of(options));
      arguments.add(webhook.toString());
      tracker.up(arguments);
      return tracker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, without a slash at the end. */
  public URI base() {
    return URI.create(setting("RT_URL"));
  }

  /** The token of Svarbar's account. */
  public String token() {
    return setting("RT_TOKEN");
  }

  /** The name of Svarbar's account. */
  public String account() {
    return setting("RT_ACCOUNT");
  }

  /** With what the extension signs. */
  public String secret() {
    return setting("RT_WEBHOOK_SECRET");
  }

  public String queue() {
    return setting("RT_QUEUE");
  }

  /** Any of the settings that `rt5-up.sh` prints, such as `RT_AGENT_PASSWORD`. */
  public String setting(String name) {
    return settings.getString(name);
  }

  /** What the server has logged: nothing with `Svarbar:` when all messages of it were taken. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("server.log"));
  }

  /** All the mail that it has sent, one after the other: it keeps it instead of sending it. */
  public String sentMail() throws IOException {
    try (var files = Files.list(folder.resolve("var"))) {
      var all = new StringBuilder();
      for (var file : files.filter(each -> each.toString().endsWith(".mbox")).sorted().toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    }
  }

  /** A customer's mail in plain text; when this returns, RT has taken it. */
  public void sendMail(String from, String subject, String text) {
    sendMail(from, subject, "text/plain; charset=utf-8", text);
  }

  /** A customer's mail of this content type; when this returns, RT has taken it. */
  public void sendMail(String from, String subject, String contentType, String body) {
    sendMail(
        List.of(
            "From: " + from,
            "To: kundservice@rt.example",
            "Subject: =?UTF-8?B?" + base64(subject) + "?=",
            "MIME-Version: 1.0",
            "Content-Type: " + contentType,
            "Content-Transfer-Encoding: 8bit"),
        body);
  }

  /** A mail with exactly these header lines; when this returns, RT has taken it. */
  public void sendMail(List<String> headers, String body) {
    var mail = String.join("\n", headers) + "\n\n" + body + "\n";
    var run = run(mail, "mail.sh", List.of("--dir", folder.toString()));
    if (run.exitCode() != 0) {
      throw new AssertionError("Request Tracker did not take the mail:\n" + run.output());
    }
  }

  /** The number of the newest ticket with this subject. */
  public String ticket(String subject) {
    var query = "Subject='" + subject.replace("'", "\\'") + "'";
    var found = asAgent("GET", "tickets?orderby=id&order=DESC&query=" + encoded(query), "");
    return text(items(found).getFirst(), "id");
  }

  /** The numbers of all tickets, oldest first. */
  public List<String> tickets() {
    var found = asAgent("GET", "tickets?orderby=id&per_page=100&query=" + encoded("id > 0"), "");
    return items(found).stream().map(ticket -> text(ticket, "id")).toList();
  }

  /** The comments in this ticket, as the agent sees them, oldest first. */
  public List<Comment> comments(String ticket) {
    return messages(ticket, "Comment");
  }

  /** What was sent to the requestor, or came from them after the first message, oldest first. */
  public List<Comment> correspondence(String ticket) {
    return messages(ticket, "Correspond");
  }

  private List<Comment> messages(String ticket, String type) {
    var ofType = encoded("[{\"field\":\"Type\",\"value\":\"" + type + "\"}]");
    var path = "ticket/" + ticket + "/history?per_page=100&orderby=id&fields=Creator&query=";
    return items(asAgent("GET", path + ofType, "")).stream().map(this::comment).toList();
  }

  private Comment comment(JsonObject transaction) {
    var id = text(transaction, "id");
    var path = "transaction/" + id + "/attachments?fields=Content,ContentType";
    var texts =
        items(asAgent("GET", path, "")).stream()
            .filter(part -> part.getString("ContentType").startsWith("text/"))
            .map(part -> part.getString("Content"))
            .collect(Collectors.joining("\n"));
    return new Comment(id, transaction.getJsonObject("Creator").getString("id"), texts);
  }

  /**
   * What the agent does by REST 2.0.
   *
   * @param path below `REST/2.0/`
   * @param json empty: no body
   * @return what RT answers; it must be a success
   */
  public String asAgent(String method, String path, String json) {
    return as("token " + setting("RT_AGENT_TOKEN"), method, path, json);
  }

  private String as(String authorization, String method, String path, String json) {
    var address = URI.create(setting("RT_API") + "/" + path);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(
            method + " " + address + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + address, e);
    }
  }

  /** Answers the requestor as an agent, by REST 2.0. */
  public void replyAsAgent(String ticket, String text) {
    asAgent("POST", "ticket/" + ticket + "/correspond", message(text));
  }

  /** Comments as an agent, by REST 2.0. */
  public void commentAsAgent(String ticket, String text) {
    asAgent("POST", "ticket/" + ticket + "/comment", message(text));
  }

  /** Has RT's administrator let Svarbar's account read articles. */
  public void letArticlesBeRead() {
    var program =
        """
        use strict; use warnings; use RT; RT->LoadConfig; RT->Init;
        my $group = RT::Group->new( RT->SystemUser );
        $group->LoadUserDefinedGroup('Svarbar');
        for my $right (qw(SeeClass ShowArticle SeeCustomField)) {
            my ( $ok, $message ) = $group->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
            $ok or die "$right: $message";
        }
        """;
    perl(program);
  }

  /** Has RT's administrator let Svarbar's account open tickets in the queue. */
  public void letTicketsBeOpened() {
    var program =
        """
        use strict; use warnings; use RT; RT->LoadConfig; RT->Init;
        my $queue = RT::Queue->new( RT->SystemUser );
        $queue->Load('%s') or die 'no such queue';
        my $group = RT::Group->new( RT->SystemUser );
        $group->LoadUserDefinedGroup('Svarbar');
        my ( $ok, $message ) = $group->PrincipalObj->GrantRight( Right => 'CreateTicket', Object => $queue );
        $ok or die $message;
        """;
    perl(program.formatted(queue()));
  }

  /** Has RT's administrator add a custom field of one line to the queue, which our account sets. */
  public void addCustomField(String name) {
    var program =
        """
        use strict; use warnings; use RT; RT->LoadConfig; RT->Init;
        my $queue = RT::Queue->new( RT->SystemUser );
        $queue->Load('%s') or die 'no such queue';
        my $field = RT::CustomField->new( RT->SystemUser );
        my ( $made, $why ) = $field->Create(
            Name => '%s', Type => 'FreeformSingle', LookupType => RT::Ticket->CustomFieldLookupType );
        $made or die $why;
        my ( $added, $reason ) = $field->AddToObject($queue);
        $added or die $reason;
        my $group = RT::Group->new( RT->SystemUser );
        $group->LoadUserDefinedGroup('Svarbar');
        for my $right (qw(SeeCustomField ModifyCustomField)) {
            my ( $ok, $message ) = $group->PrincipalObj->GrantRight( Right => $right, Object => $queue );
            $ok or die "$right: $message";
        }
        """;
    perl(program.formatted(queue(), name));
  }

  /** The value of a ticket's custom field, as the agent sees it; empty: none. */
  public String customField(String ticket, String name) {
    var fields = object(asAgent("GET", "ticket/" + ticket, "")).getJsonArray("CustomFields");
    return fields.getValuesAs(JsonObject.class).stream()
        .filter(field -> field.getString("name").equals(name))
        .map(field -> field.getJsonArray("values"))
        .filter(values -> !values.isEmpty())
        .map(values -> values.getString(0))
        .findFirst()
        .orElse("");
  }

  /** Has RT's administrator write an article of the class General; returns its number. */
  public String writeArticle(String name, String content) {
    var article =
        Json.createObjectBuilder()
            .add("Name", name)
            .add("Class", "General")
            .add("CustomFields", Json.createObjectBuilder().add("Content", content));
    return text(object(asAdministrator("POST", "article", article.build().toString())), "id");
  }

  /** Has RT's administrator change what an article says. */
  public void rewriteArticle(String number, String content) {
    var change =
        Json.createObjectBuilder()
            .add("CustomFields", Json.createObjectBuilder().add("Content", content));
    asAdministrator("PUT", "article/" + number, change.build().toString());
  }

  /** Has RT's administrator disable an article, which is how RT deletes them. */
  public void disableArticle(String number) {
    asAdministrator("PUT", "article/" + number, "{\"Disabled\":1}");
  }

  private String asAdministrator(String method, String path, String json) {
    var who = setting("RT_ADMIN_USER") + ":" + setting("RT_ADMIN_PASSWORD");
    return as("Basic " + base64(who), method, path, json);
  }

  /**
   * Puts past tickets into the queue, without anybody being told. Customers are made for the first
   * ones only, so of others than these a ticket's requestor is one of them.
   *
   * @param tickets as `past-tickets.pl` reads them
   */
  public void putPastTickets(List<String> tickets) {
    var script = SCRIPTS.resolve("past-tickets.pl").toString();
    perl(String.join("\n", tickets) + "\n", script, queue(), setting("RT_AGENT_USER"), "20");
  }

  private void perl(String program) {
    perl(program, "-");
  }

  private void perl(String input, String... script) {
    var environment =
        Map.of(
            "RT_SITE_CONFIG",
            folder.resolve("RT_SiteConfig.pm").toString(),
            "RT_SITE_CONFIG_DIR",
            folder.resolve("site.d").toString());
    var command = new ArrayList<>(List.of("perl", "-I/usr/share/request-tracker5/lib"));
    command.addAll(List.of(script));
    var run = run(input, command, environment);
    if (run.exitCode() != 0) {
      throw new AssertionError("Request Tracker's administrator could not do it: " + run.output());
    }
  }

  private static String message(String text) {
    return Json.createObjectBuilder()
        .add("Content", text)
        .add("ContentType", "text/plain")
        .build()
        .toString();
  }

  /** Stops and starts it: same address, same data. */
  public void restart() {
    up(List.of("--restart"));
  }

  /** Ends it and removes everything of it. */
  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void up(List<String> arguments) {
    var all = new ArrayList<>(List.of("--dir", folder.toString()));
    all.addAll(arguments);
    var run = run("", "rt5-up.sh", all);
    if (run.exitCode() == PACKAGES_ARE_MISSING && !"true".equals(System.getenv("CI"))) {
      close();
      Assumptions.abort(run.output().strip());
    }
    if (run.exitCode() != 0) {
      close();
      throw new AssertionError("Request Tracker does not start:\n" + run.output());
    }
    try {
      settings = object(Files.readString(folder.resolve("settings.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    run("", "rt5-up.sh", List.of("--down", "--dir", folder.toString()));
  }

  /** Its output goes to a file, which a server in the background does not keep open for us. */
  private static Run run(String input, String script, List<String> arguments) {
    var command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
    command.addAll(arguments);
    return run(input, command, Map.of());
  }

  private static Run run(String input, List<String> command, Map<String, String> environment) {
    var script = command.toString();
    try {
      var output = Files.createTempFile("svarbar-rt", ".out");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      var process = builder.start();
      try (var standardInput = process.getOutputStream()) {
        standardInput.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(script + " takes too long");
      }
      var said = Files.readString(output);
      Files.delete(output);
      return new Run(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + script, e);
    }
  }

  private static List<JsonObject> items(String list) {
    return object(list).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /** RT writes numbers as numbers or as strings. */
  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private record Run(int exitCode, String output) {}

  /** One comment; `by` is the name of the account that wrote it. */
  public record Comment(String id, String by, String content) {}
}
