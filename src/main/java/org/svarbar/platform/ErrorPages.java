package org.svarbar.platform;

/**
 * What people see, instead of problem+json, when something goes wrong in a part of the application
 * that they browse.
 */
public interface ErrorPages {

  /**
   * @param path below the application, such as `/console/connections`
   */
  boolean areFor(String path);

  /**
   * A whole page.
   *
   * @param reference by which an operator finds the error in the log; empty: nothing was logged
   */
  String html(int status, String reference);
}
