package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:svarbar",
        "jdbc:h2:mem:",
        "jdbc:h2:memFS:svarbar",
        "jdbc:h2:nioMemFS:svarbar",
        "jdbc:h2:split:nioMemLZF:svarbar"
      })
  void refuseADatabaseInMemory(String address) {
    assertThatThrownBy(() -> Migrations.refuseWhatForgets(database(address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SVARBAR_DB_URL")
        .hasMessageContaining("memory");
  }

  @Test
  void takeADatabaseInAFile() {
    var file = database("jdbc:h2:file:" + folder.resolve("mem") + ";WRITE_DELAY=0");

    assertThatCode(() -> Migrations.refuseWhatForgets(file)).doesNotThrowAnyException();
  }

  @Test
  void sayThatAnotherServerHasTheFile() throws Exception {
    var address = "jdbc:h2:file:" + folder.resolve("svarbar");
    var other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(
                        JdbcDataSource.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                "org.h2.tools.Shell",
                "-url",
                address,
                "-user",
                "sa",
                "-password",
                "x")
            .start();
    try {
      var said = other.inputReader();
      other.outputWriter().append("select 'it is open';\n").flush();
      while (!said.readLine().contains("it is open")) {
        // what it says before
      }
      assertThatThrownBy(() -> Migrations.refuseWhatForgets(database(address)))
          .hasMessageContaining("SVARBAR_DB_URL")
          .hasMessageContaining("one server at a time")
          .cause()
          .hasMessageContaining("already in use");
    } finally {
      other.destroy();
      other.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** H2 opens it as an empty one, without a word. */
  @ParameterizedTest
  @ValueSource(ints = {0, 9_000})
  void refuseAFileOfWhichOnlyTheBeginningIsThere(int left) throws Exception {
    var address = "jdbc:h2:file:" + folder.resolve("svarbar");
    var file = folder.resolve("svarbar.mv.db");
    Migrations.bringUpToDate(database(address));
    var whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, left));
    assertThatThrownBy(() -> Migrations.bringUpToDate(database(address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SVARBAR_DB_URL")
        .hasMessageContaining("restore the backup");

    Files.write(file, whole);
    assertThat(Migrations.bringUpToDate(database(address)).migrationsExecuted).isZero();
    Files.delete(file);
    Files.delete(folder.resolve("svarbar.held.txt"));
    assertThat(Migrations.bringUpToDate(database(address)).migrationsExecuted).isPositive();
  }

  private static DataSource database(String address) {
    var database = new JdbcDataSource();
    database.setUrl(address);
    database.setUser("sa");
    database.setPassword("x");
    return database;
  }
}
