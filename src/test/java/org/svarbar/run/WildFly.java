package org.svarbar.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.svarbar.testing.Tether;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The provisioned server with the WAR, in a folder of its own that is made anew at each start. */
public final class WildFly {

  private static final Path SERVER = Path.of("target/server").toAbsolutePath();

  /** What an operator adds to the server's modules to run an embedding model. */
  private static final Path MODULES = Path.of("target/embeddings").toAbsolutePath();

  private static final Path WAR = Path.of("target/svarbar.war");
  private static final Pattern SECRET =
      Pattern.compile("[.-](?:secret|secret-key|credential|first-password)$");

  private final Layout layout;

  public WildFly(Layout layout) {
    this.layout = layout;
  }

  /**
   * Starts the server.
   *
   * @param settings Svarbar's settings; secrets become environment variables, because the server
   *     writes its properties into its log, and everybody on the machine can read arguments
   */
  Process start(Map<String, String> settings) throws IOException {
    var file = layout.data().resolve("database/svarbar");
    var url = "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    return prepare(settings, Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", url)).start();
  }

  /**
   * Makes the server's folder anew, so that it only has to be started.
   *
   * @param database the environment variables `SVARBAR_DB_…`
   */
  public ProcessBuilder prepare(Map<String, String> settings, Map<String, String> database)
      throws IOException {
    var folder = layout.data().resolve("wildfly");
    delete(folder);
    copy(SERVER.resolve("standalone"), folder);
    Files.copy(WAR, folder.resolve("deployments/svarbar.war"), StandardCopyOption.REPLACE_EXISTING);
    var file = folder.resolve("svarbar.properties");
    Keepsakes.writePrivately(file, "");
    try (var output = Files.newOutputStream(file)) {
      var properties = new Properties();
      settings.entrySet().stream()
          .filter(setting -> !SECRET.matcher(setting.getKey()).find())
          .forEach(setting -> properties.put(setting.getKey(), setting.getValue()));
      // as bytes, because then what is not Latin-1 is escaped, as the server reads it
      properties.store(output, null);
    }
    var builder =
        new ProcessBuilder(tethered(command(folder, file, settings))).redirectErrorStream(true);
    settings.entrySet().stream()
        .filter(setting -> SECRET.matcher(setting.getKey()).find())
        .forEach(
            setting -> builder.environment().put(variable(setting.getKey()), setting.getValue()));
    builder.environment().putAll(database);
    return builder;
  }

  /** The environment variable that MicroProfile Config reads for a setting. */
  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private List<String> command(Path folder, Path properties, Map<String, String> settings) {
    var builder = StandaloneCommandBuilder.of(SERVER);
    if ("onnx".equals(settings.get("svarbar.embedding.kind"))) {
      builder.addModuleDir(MODULES.toString());
    }
    return builder
        .setJavaHome(System.getProperty("java.home"))
        .setBaseDirectory(folder)
        .addJavaOptions("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .addJavaOption("-Djboss.server.log.dir=" + layout.data().resolve("log"))
        .addJavaOption("-Djboss.http.port=" + layout.http())
        .addJavaOption("-Djboss.https.port=" + layout.https())
        .addJavaOption("-Djboss.management.http.port=" + layout.management())
        .addServerArgument("--properties=" + properties)
        .build();
  }

  /**
   * `java … -jar jboss-modules.jar …` becomes `java … -cp jboss-modules.jar:… Tether
   * org.jboss.modules.Main …`.
   */
  private static List<String> tethered(List<String> command) {
    var changed = new ArrayList<>(command);
    var at = changed.indexOf("-jar");
    var classPath = changed.get(at + 1) + java.io.File.pathSeparator + tetherClasses();
    changed.subList(at, at + 2).clear();
    changed.addAll(at, List.of("-cp", classPath, Tether.class.getName(), "org.jboss.modules.Main"));
    return changed;
  }

  private static Path tetherClasses() {
    try {
      return Path.of(Tether.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      all.forEach(
          path -> {
            try {
              Files.copy(path, to.resolve(from.relativize(path).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
