package org.svarbar.testing;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Notices every script of {@link ScriptPayloads} that runs in a page or its frames, every dialog,
 * every call to a strange host, and what would run if somebody touched it.
 */
public final class Tripwire {

  /** Does to everything what a mouse and a keyboard could do, except what sends something. */
  private static final String TOUCH =
      """
      function touch(document) {
        const events = ["click", "dblclick", "mousedown", "mouseover", "mouseenter", "mousemove",
          "pointerenter", "pointerover", "focus", "focusin", "blur", "keydown", "keyup", "input",
          "change", "copy", "wheel", "contextmenu", "toggle", "load", "error", "animationstart",
          "transitionend", "begin", "submit", "close", "start"];
        const leads = (it) => /^(https?|mailto|tel):/i.test(it.protocol ?? "");
        for (const element of document.querySelectorAll("*")) {
          for (const type of events) {
            if (type === "click" && leads(element)) continue;
            const made = type === "click" ? MouseEvent : Event;
            element.dispatchEvent(new made(type, { cancelable: true }));
          }
          if (element.localName === "iframe") {
            try {
              if (element.contentDocument) touch(element.contentDocument);
            } catch {
              // a script of its own has taken it elsewhere
            }
          }
        }
      }
      """;

  /** Attributes that run something, and addresses that do, whatever a policy says about them. */
  private static final String DANGEROUS =
      """
      () => {
        const found = [];
        const places = ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"];
        for (const element of document.querySelectorAll("*")) {
          for (const { name, value } of element.attributes) {
            const address = value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
            if (/^on/i.test(name) || /^(data-)?hx-on/i.test(name) || name === "srcdoc"
                || (places.includes(name)
                    && /^(javascript|vbscript|data:(?!image\\/))/.test(address))) {
              found.push(element.outerHTML.slice(0, 300));
            }
          }
        }
        return found;
      }
      """;

  private final Page page;
  private final Set<Integer> tripped = new ConcurrentSkipListSet<>();
  private final List<String> otherwise = new ArrayList<>();

  private Tripwire(Page page) {
    this.page = page;
  }

  /**
   * Strung before the page goes anywhere.
   *
   * @param hosts that it may call, as `host:port`
   */
  public static Tripwire across(Page page, Set<String> hosts) {
    var wire = new Tripwire(page);
    page.exposeFunction("hit", arguments -> wire.tripped.add(((Number) arguments[0]).intValue()));
    page.onDialog(
        dialog -> {
          wire.otherwise.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.route(
        "**/*",
        route -> {
          var address = route.request().url();
          if (hosts.stream().anyMatch(it -> address.startsWith("http://" + it + "/"))) {
            route.resume();
          } else {
            wire.otherwise.add("a call: " + address);
            route.abort();
          }
        });
    return wire;
  }

  /** Touches everything in the page and in its frames, and gives scripts the time to begin. */
  public Tripwire touched() {
    page.evaluate("() => { " + TOUCH + " touch(document); }");
    return settled();
  }

  /** Gives scripts the time to begin. */
  public Tripwire settled() {
    page.waitForTimeout(300);
    return this;
  }

  /** What waits in the page to be touched. */
  public List<?> dangers() {
    return (List<?>) page.evaluate(DANGEROUS);
  }

  /** The numbers of the texts whose scripts ran. */
  public Set<Integer> tripped() {
    return new TreeSet<>(tripped);
  }

  /** Dialogs and calls. */
  public List<String> otherwise() {
    return List.copyOf(otherwise);
  }
}
