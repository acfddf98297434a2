package org.svarbar.testing;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests deploy. */
public final class Deployments {

  private Deployments() {}

  /** The WAR as Maven built it and as it is shipped. */
  public static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("it.war")));
  }
}
