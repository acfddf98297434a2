package org.svarbar.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.svarbar.testing.OpenSearchNode;

/** An OpenSearch node that can be stopped or killed, and started again on what it has. */
final class SearchNode implements Victim, AutoCloseable {

  private final Path folder;
  private final int port;
  private OpenSearchNode node;

  SearchNode(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.port = KillableServer.freePort();
    startAgain();
  }

  URI uri() {
    return node.uri();
  }

  @Override
  public String name() {
    return "opensearch";
  }

  @Override
  public void kill() {
    node.process().destroyForcibly();
    node.process().onExit().join();
  }

  @Override
  public void startAgain() throws IOException {
    node =
        OpenSearchNode.start(folder.resolve("opensearch"), folder.resolve("opensearch.log"), port);
  }

  /** Asks it to end. */
  void stop() {
    node.close();
  }

  @Override
  public void close() {
    stop();
  }
}
