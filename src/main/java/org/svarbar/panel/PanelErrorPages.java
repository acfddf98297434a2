package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.svarbar.platform.Assets;
import org.svarbar.platform.ErrorPages;
import org.svarbar.platform.Templates;

/** Says in the reader's language that something went wrong, and what to do now. */
@ApplicationScoped
class PanelErrorPages implements ErrorPages {

  @Inject PanelPages pages;
  @Inject Assets assets;

  @Override
  public boolean areFor(String path) {
    return path.startsWith("/panel/");
  }

  @Override
  public String html(int status, String reference) {
    var kind = status < 500 ? "missing" : "broken";
    return Templates.render(
        "panel/error.jte",
        Map.of(
            "texts",
            pages.texts(),
            "style",
            pages.context() + "/" + assets.path("panel.css"),
            "kind",
            kind,
            "reference",
            reference));
  }
}
