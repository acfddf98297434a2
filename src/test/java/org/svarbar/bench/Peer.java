package org.svarbar.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.Eventually;

/**
 * A workflow tool that does what an organisation would build with it: takes a webhook, answers,
 * searches OpenSearch for the subject, and writes a note with what is found into the helpdesk.
 *
 * @param receive where it takes a webhook and does nothing else
 * @param whole where it goes all the way
 */
record Peer(Process process, URI receive, URI whole) implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** What Node-RED's function nodes do, and n8n's expressions. */
  private static final String QUERY =
      "{ size: 3, query: { multi_match: { query: subject, fields: ['title^2', 'answer'] } } }";

  /**
   * Node-RED with one flow.
   *
   * @param installed the folder where npm installed it
   */
  static Peer nodeRed(Path installed, Path folder, String search, String helpdesk)
      throws IOException {
    var port = KillableServer.freePort();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("settings.js"),
        "module.exports = { uiHost: '127.0.0.1', uiPort: %d, flowFile: 'flows.json', logging: {console: {level: 'warn'}} };"
            .formatted(port));
    Files.writeString(folder.resolve("flows.json"), flow(search, helpdesk));
    var command =
        List.of(
            "node",
            installed.resolve("node_modules/node-red/red.js").toString(),
            "-u",
            folder.toString(),
            "-s",
            folder.resolve("settings.js").toString());
    return started(command, Map.of("NODE_ENV", "production"), folder, port, "/receive", "/whole");
  }

  private static String flow(String search, String helpdesk) {
    return """
    [{"id":"t","type":"tab","label":"notes"},
     {"id":"r1","z":"t","type":"http in","url":"/receive","method":"post","wires":[["r2"]]},
     {"id":"r2","z":"t","type":"http response","statusCode":"200","wires":[]},
     {"id":"w1","z":"t","type":"http in","url":"/whole","method":"post","wires":[["r2","w2"]]},
     {"id":"w2","z":"t","type":"function","wires":[["w3"]],"outputs":1,"func":
       "const subject = msg.payload.data.ticket.subject; return { ticket: msg.payload.data.ticket.id, headers: {'Content-Type': 'application/json'}, payload: %s };"},
     {"id":"w3","z":"t","type":"http request","method":"POST","ret":"obj","persist":true,
      "url":"%s/faq/_search","wires":[["w4"]]},
     {"id":"w4","z":"t","type":"function","wires":[["w5"]],"outputs":1,"func":
       "const found = msg.payload.hits.hits.map(hit => '<p>' + hit._source.title + '</p>').join(''); return { url: '%s/tickets/' + msg.ticket + '/notes', headers: {'Content-Type': 'application/json'}, payload: { body: found, html: true } };"},
     {"id":"w5","z":"t","type":"http request","method":"POST","ret":"txt","persist":true,"wires":[[]]}]
    """
        .formatted(QUERY, search, helpdesk);
  }

  /**
   * n8n with two workflows, its executions kept as it comes (SQLite).
   *
   * @param installed the folder where npm installed it
   */
  static Peer n8n(Path installed, Path folder, String search, String helpdesk)
      throws IOException, InterruptedException {
    var port = KillableServer.freePort();
    Files.createDirectories(folder);
    var program = installed.resolve("node_modules/n8n/bin/n8n").toString();
    var environment =
        Map.of(
            "N8N_USER_FOLDER", folder.toString(),
            "N8N_PORT", Integer.toString(port),
            "N8N_LISTEN_ADDRESS", "127.0.0.1",
            "N8N_DIAGNOSTICS_ENABLED", "false",
            "N8N_VERSION_NOTIFICATIONS_ENABLED", "false",
            "N8N_TEMPLATES_ENABLED", "false",
            "N8N_RUNNERS_ENABLED", "false",
            // the other one is a compiled library, which npm makes for some versions of Node only
            "N8N_EXPRESSION_ENGINE", "legacy",
            "NODE_ENV", "production");
    var workflows = folder.resolve("workflows.json");
    Files.writeString(workflows, workflows(search, helpdesk));
    run(List.of("node", program, "import:workflow", "--input=" + workflows), environment, folder);
    run(List.of("node", program, "update:workflow", "--all", "--active=true"), environment, folder);
    return started(
        List.of("node", program, "start"),
        environment,
        folder,
        port,
        "/webhook/receive",
        "/webhook/whole");
  }

  private static String workflows(String search, String helpdesk) {
    return """
    [{"id":"receive","name":"receive","active":false,"settings":{},"connections":{},"nodes":[%1$s]},
     {"id":"whole","name":"whole","active":false,"settings":{},"nodes":[%2$s,
      {"id":"s","name":"Search","type":"n8n-nodes-base.httpRequest","typeVersion":4.2,
       "position":[200,0],"parameters":{"method":"POST","url":"%3$s/faq/_search","sendBody":true,
       "specifyBody":"json","jsonBody":"={{ (subject => JSON.stringify(%5$s))($json.body.data.ticket.subject) }}"}},
      {"id":"n","name":"Note","type":"n8n-nodes-base.httpRequest","typeVersion":4.2,
       "position":[400,0],"parameters":{"method":"POST","sendBody":true,"specifyBody":"json",
       "url":"=%4$s/tickets/{{ $('Webhook').item.json.body.data.ticket.id }}/notes",
       "jsonBody":"={{ JSON.stringify({ html: true, body: $json.hits.hits.map(hit => '<p>' + hit._source.title + '</p>').join('') }) }}"}}],
      "connections":{"Webhook":{"main":[[{"node":"Search","type":"main","index":0}]]},
       "Search":{"main":[[{"node":"Note","type":"main","index":0}]]}}}]
    """
        .formatted(webhook("receive"), webhook("whole"), search, helpdesk, QUERY);
  }

  private static String webhook(String path) {
    return """
    {"id":"w-%1$s","name":"Webhook","type":"n8n-nodes-base.webhook","typeVersion":2,
     "position":[0,0],"webhookId":"%1$s","parameters":{"httpMethod":"POST","path":"%1$s",
     "responseMode":"onReceived"}}\
    """
        .formatted(path);
  }

  private static void run(List<String> command, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    if (builder(command, environment, folder).start().waitFor() != 0) {
      throw new IOException("failed, see " + folder.resolve("log") + ": " + command);
    }
  }

  private static ProcessBuilder builder(
      List<String> command, Map<String, String> environment, Path folder) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().putAll(environment);
    return builder;
  }

  private static Peer started(
      List<String> command,
      Map<String, String> environment,
      Path folder,
      int port,
      String receive,
      String whole)
      throws IOException {
    var process = builder(command, environment, folder).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var base = URI.create("http://127.0.0.1:" + port);
    var peer = new Peer(process, base.resolve(receive), base.resolve(whole));
    Eventually.within(LONGEST_START)
        .see("it takes webhooks, says " + folder.resolve("log"), peer::takes, it -> it);
    return peer;
  }

  private boolean takes() {
    try (var wire = new Wire(receive)) {
      return wire.send(Wire.post(receive, Map.of(), "{}".getBytes())) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
