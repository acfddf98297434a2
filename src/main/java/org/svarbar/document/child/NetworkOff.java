package org.svarbar.document.child;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;

/**
 * Takes the ways out of this process away, whatever a document makes a library do: no address of
 * another machine can be opened. The parent adds {@link NoChannels} and an empty list of hosts, so
 * that no name is looked up either.
 */
final class NetworkOff {

  /** Where classes and their resources come from. */
  private static final Set<String> OWN = Set.of("file", "jar", "jrt");

  private NetworkOff() {}

  /** For the rest of this process's life; a second call throws. */
  @SuppressWarnings("deprecation") // replacing sockets is old, but nothing newer forbids them
  static void set() throws IOException {
    URL.setURLStreamHandlerFactory(scheme -> OWN.contains(scheme) ? null : new Closed());
    Socket.setSocketImplFactory(NetworkOff::refuse);
    ServerSocket.setSocketFactory(NetworkOff::refuse);
    DatagramSocket.setDatagramSocketImplFactory(NetworkOff::refuse);
  }

  private static <T> T refuse() {
    throw new IllegalStateException("no network here");
  }

  private static final class Closed extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL address) throws IOException {
      throw new IOException("no network here");
    }
  }
}
