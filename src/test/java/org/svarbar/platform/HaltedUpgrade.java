package org.svarbar.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Upgrades a database, and ends its process before some statement that changes the schema. */
public final class HaltedUpgrade {

  /** What a process ends with that was killed. */
  static final int HALTED = 137;

  private final AtomicInteger left;

  private HaltedUpgrade(int statements) {
    left = new AtomicInteger(statements);
  }

  /**
   * @param arguments the database's address, and how many such statements are executed
   */
  public static void main(String[] arguments) {
    var halted = new HaltedUpgrade(Integer.parseInt(arguments[1]));
    Migrations.bringUpToDate(halted.around(DataSource.class, database(arguments[0])));
  }

  static DataSource database(String address) {
    if (address.startsWith("jdbc:h2:")) {
      var h2 = new JdbcDataSource();
      h2.setUrl(address);
      h2.setUser("sa");
      return h2;
    }
    var postgresql = new PGSimpleDataSource();
    postgresql.setUrl(address);
    return postgresql;
  }

  private <T> T around(Class<T> type, Object inner) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> {
              if (method.getName().startsWith("execute") && values != null) {
                count(String.valueOf(values[0]));
              }
              try {
                var result = method.invoke(inner, values);
                return switch (result) {
                  case Connection connection -> around(Connection.class, connection);
                  case Statement statement when method.getReturnType() == Statement.class ->
                      around(Statement.class, statement);
                  case null, default -> result;
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void count(String sql) {
    var first = sql.strip().toLowerCase(Locale.ROOT);
    var changes = Stream.of("create ", "alter ", "drop ", "runscript ").anyMatch(first::startsWith);
    if (changes && left.getAndDecrement() == 0) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
