package org.svarbar.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which ports are used, and which folder. The four ports beside the first follow it, unless they
 * are given.
 *
 * @param data where everything is kept that must survive
 */
public record Layout(int http, int openSearch, int management, int https, int helpdesk, Path data) {

  private static final int HIGHEST_PORT = 65535;

  /**
   * Reads arguments of the form `name=value`; an empty value counts as not given.
   *
   * @throws Refused when they make no sense
   */
  static Layout of(String... arguments) {
    var given = new LinkedHashMap<String, String>();
    for (var argument : arguments) {
      var parts = argument.split("=", 2);
      // ${…} is what Maven leaves of a property that nobody set
      if (parts.length == 2 && !parts[1].isBlank() && !parts[1].startsWith("${")) {
        given.put(parts[0], parts[1]);
      }
    }
    var http = port("port", given, 8080);
    return new Layout(
        http,
        port("port.opensearch", given, http + 1),
        port("port.management", given, http + 2),
        port("port.https", given, http + 3),
        port("port.helpdesk", given, http + 4),
        Path.of(given.getOrDefault("data", "data")).toAbsolutePath().normalize());
  }

  public URI product() {
    return URI.create("http://127.0.0.1:" + http + "/svarbar");
  }

  URI helpdeskUri() {
    return URI.create("http://127.0.0.1:" + helpdesk);
  }

  /**
   * @throws Refused naming the first port that another program has
   */
  void refuseTakenPorts() {
    var ports = new LinkedHashMap<Integer, String>();
    ports.put(http, "-Dport=");
    ports.put(openSearch, "-Dport.opensearch=");
    ports.put(management, "-Dport.management=");
    ports.put(https, "-Dport.https=");
    ports.put(helpdesk, "-Dport.helpdesk=");
    ports.forEach(Layout::refuseTaken);
  }

  private static void refuseTaken(int port, String option) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      var other = option.equals("-Dport=") ? "" : ", or all of them with -Dport=<number>";
      throw new Refused(
          "Port "
              + port
              + " is taken by another program. Choose another one with "
              + option
              + "<number>"
              + other
              + ".");
    }
  }

  private static int port(String name, Map<String, String> given, int otherwise) {
    var written = given.getOrDefault(name, Integer.toString(otherwise));
    if (!written.matches("[0-9]{1,5}")
        || Integer.parseInt(written) < 1
        || Integer.parseInt(written) > HIGHEST_PORT) {
      throw new Refused("-D" + name + "=" + written + " is not a port: give a number up to 65531.");
    }
    return Integer.parseInt(written);
  }

  /** What was asked for cannot be done; the message is for the person who asked. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
