package org.svarbar.platform;

import java.util.List;

/** Which other pages may show a part of the application in a frame; none may show the others. */
public interface Framing {

  /**
   * @param path below the application, decoded, such as `/console/connections`
   * @return origins such as `https://helpdesk.example`; empty: nobody
   */
  List<String> mayFrame(String path);

  /** Whether that page shows another of ours in a frame. */
  default boolean framesOurs(String path) {
    return false;
  }
}
