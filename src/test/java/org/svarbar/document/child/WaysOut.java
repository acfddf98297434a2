package org.svarbar.document.child;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * A program that is started as the child is, and tries all ways out: prints those that it finds,
 * and the environment that it was given. Its last argument is the port of a server on this machine.
 */
final class WaysOut {

  private WaysOut() {}

  public static void main(String... arguments) throws IOException {
    var port = Integer.parseInt(arguments[arguments.length - 1]);
    NetworkOff.set();
    ways(port).forEach(WaysOut::attempt);
    System.getenv().keySet().forEach(name -> System.out.println("environment " + name));
  }

  private static Map<String, Callable<?>> ways(int port) {
    var http = URI.create("http://127.0.0.1:" + port + "/");
    var ways = new TreeMap<String, Callable<?>>();
    ways.put("url", () -> http.toURL().openStream());
    ways.put("socket", () -> new Socket(InetAddress.getLoopbackAddress(), port));
    ways.put("server", () -> new ServerSocket(0));
    ways.put("datagram", () -> new DatagramSocket());
    ways.put("channel", SocketChannel::open);
    ways.put("name", InetAddress::getLocalHost);
    ways.put(
        "client",
        () ->
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(http).build(), BodyHandlers.ofString()));
    return ways;
  }

  private static void attempt(String way, Callable<?> attempt) {
    try {
      attempt.call();
      System.out.println("way out " + way);
    } catch (Exception | Error e) {
      System.out.println("closed " + way);
    }
  }
}
