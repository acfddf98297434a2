package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The style sheets, scripts and icon of our own pages, each under an address that changes with its
 * content. Only what is listed here can be asked for, so no path of a request ever reaches a file.
 */
@ApplicationScoped
public class Assets {

  private static final String CSS = "text/css;charset=UTF-8";
  private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";
  private static final String SVG = "image/svg+xml";
  private static final int HASH_BYTES = 8;

  private final Map<String, Asset> byName = new TreeMap<>();

  /** One file; `hash` says which version of it. */
  record Asset(String hash, String contentType, byte[] content) {}

  Assets() {
    add("pico.css", CSS, webJar("picocss__pico", "css/pico.min.css"));
    add("htmx.js", JAVASCRIPT, webJar("htmx.org", "dist/htmx.min.js"));
    add("console.css", CSS, own("admin", "console.css"));
    add("console.js", JAVASCRIPT, own("admin", "console.js"));
    add("icon.svg", SVG, own("admin", "icon.svg"));
    add("panel.css", CSS, own("panel", "panel.css"));
    add("panel.js", JAVASCRIPT, own("panel", "panel.js"));
    add("frame.js", JAVASCRIPT, own("panel", "frame.js"));
    add("agent.js", JAVASCRIPT, own("panel", "agent.js"));
  }

  /** The path of this asset below the application. */
  public String path(String name) {
    return "assets/" + byName.get(name).hash() + "/" + name;
  }

  /** The asset of exactly this name and version. */
  Optional<Asset> find(String hash, String name) {
    return Optional.ofNullable(byName.get(name)).filter(asset -> asset.hash().equals(hash));
  }

  private void add(String name, String contentType, byte[] content) {
    byName.put(name, new Asset(hash(content), contentType, content));
  }

  private static byte[] own(String room, String file) {
    return read("/org/svarbar/" + room + "/assets/" + file);
  }

  /**
   * A WebJar names its version in the paths of its files, and itself in the properties that Maven
   * wrote.
   */
  private static byte[] webJar(String name, String file) {
    var properties = new Properties();
    try (var lines =
        Assets.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      properties.load(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var version = properties.getProperty("version");
    return read("/META-INF/resources/webjars/" + name + "/" + version + "/" + file);
  }

  private static byte[] read(String resource) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the application was packed without " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    return Sha256.hex(content).substring(0, 2 * HASH_BYTES);
  }
}
