package org.svarbar.selfservice;

/**
 * How a site's help gets onto pages.
 *
 * @param page the address of the help page that needs no JavaScript
 * @param html to paste where the help shall stand
 */
public record SiteSnippet(String page, String html) {

  /**
   * @param publicUrl under which customers reach Svarbar
   */
  public static SiteSnippet of(HelpSite site, String publicUrl) {
    var base = publicUrl.replaceAll("/+$", "");
    return new SiteSnippet(
        base + "/help/" + site.id(),
        "<script type=\"module\" src=\""
            + base
            + "/help-widget.js\"></script>\n<svarbar-help site=\""
            + site.key()
            + "\"></svarbar-help>");
  }
}
