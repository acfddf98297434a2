package org.svarbar.helpdesk.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.helpdesk.SampleConnection;
import org.svarbar.helpdesk.SignatureVerifier;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.TicketEvent.TicketOpened;

/** What `docs/helpdesks/generic.md` shows is what works. */
class GenericPageTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  @Test
  void readsTheEventThatThePageShows() throws IOException {
    var via = SampleConnection.of("generic").connection();

    var event = new GenericEvents(via).read(example("json"));

    assertThat(event).get().isInstanceOf(TicketOpened.class);
    var opened = (TicketOpened) event.orElseThrow();
    assertThat(opened.messageId()).contains("1");
    var ticket = opened.snapshot().orElseThrow();
    assertThat(ticket.ref()).isEqualTo(opened.ticket());
    assertThat(ticket.group()).contains("Kundservice");
    assertThat(ticket.language()).map(Object::toString).contains("sv");
    assertThat(ticket.latestFromRequester())
        .map(Message::body)
        .contains("Hej! Jag kan inte logga in. Hur byter jag lösenord?");
  }

  @ParameterizedTest
  @CsvSource({
    "bash,   bash,    openssl curl base64 od",
    "python, python3, python3",
    "perl,   perl,    perl"
  })
  void believesWhatTheExamplesSign(String language, String interpreter, String needed)
      throws IOException, InterruptedException {
    assumeTrue(
        Stream.of((interpreter + " " + needed).split(" ")).allMatch(GenericPageTest::isHere));
    var body = "{\"type\": \"ticket.created\",\n \"text\": \"Åsa är på väg – €\"}\n";
    Files.writeString(folder.resolve("event.json"), body);
    Files.writeString(folder.resolve("script"), example(language));

    try (var receiver = FakeHelpdesk.start().on("POST", "/.*", asked -> Reply.json("{}"))) {
      run(interpreter, receiver.base() + "/svarbar/webhooks/kundservice");

      assertThat(receiver.received()).hasSize(1);
      var received = receiver.received().getFirst();
      assertThat(received.body()).isEqualTo(body);
      assertThat(isSigned(received)).isTrue();
    }
  }

  private void run(String interpreter, String url) throws IOException, InterruptedException {
    var process = new ProcessBuilder(interpreter, "script").directory(folder.toFile());
    process.environment().putAll(Map.of("URL", url, "SECRET", SECRET));
    process.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
    var running = process.start();
    assertThat(running.waitFor(30, TimeUnit.SECONDS)).as("ends in time").isTrue();
    assertThat(running.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
  }

  private static boolean isSigned(Received received) {
    var headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    var request = new WebhookRequest(headers, received.body().getBytes(StandardCharsets.UTF_8));
    var via = SampleConnection.of("generic").withSecrets(SECRET).connection();
    return new SignatureVerifier(Clock.systemUTC())
        .isSigned(request, new Generic().signature(via), via);
  }

  private static boolean isHere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The first example in this language. */
  private static String example(String language) throws IOException {
    var page = Files.readString(Path.of("docs/helpdesks/generic.md"));
    var fence = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(fence.find()).as("an example in " + language).isTrue();
    return fence.group(1);
  }
}
