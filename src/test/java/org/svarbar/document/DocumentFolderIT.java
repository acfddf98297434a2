package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.at;
import static org.svarbar.source.SourceForTests.putUp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.source.SourceForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.DocumentFiles;
import org.svarbar.testing.Product;

/** What appears, changes and disappears in a folder of documents. */
@ArquillianTest
@RunAsClient
class DocumentFolderIT {

  private static final String PDF = "How many wheels has the sauna trolley?";
  private static final String WORD = "Who waxes the curling stones?";
  private static final String HTML = "Where are the snowshoes of the janitor?";
  private static final String DETAILS = "When is the ice rink flooded?";
  private static final String MARKDOWN = "Which mitten belongs to the mayor?";

  private final DocumentFolderForTests folder = DocumentFolderForTests.create();
  private SourceForTests source;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void end() {
    if (source != null) {
      source.remove();
    }
  }

  @Test
  void followsDocumentsOfEveryKind() {
    folder.with("trolley.pdf", DocumentFiles.pdf(List.of(List.of(PDF, "It has seven wheels."))));
    folder.with("curling/stones.docx", word("The caretaker waxes them."));
    folder.with(
        "janitor.html",
        "<h1>Help</h1><h2>%s</h2><p>They hang in the boiler room.</p><details><summary>%s</summary>"
                .formatted(HTML, DETAILS)
            + "<p>It is flooded at midnight.</p></details>");
    folder.with("town/mayor.md", "# " + MARKDOWN + "\n\nThe left one is hers.\n");
    source = putUp(at("documents", folder.path()));
    var first = source.firstRun();
    said("appears: PDF", source.secondsUntilAnswered(PDF, "It has seven wheels."));
    said("appears: Word", source.secondsUntilAnswered(WORD, "The caretaker waxes them."));
    said("appears: HTML", source.secondsUntilAnswered(HTML, "They hang in the boiler room."));
    said("appears: details", source.secondsUntilAnswered(DETAILS, "It is flooded at midnight."));
    said("appears: Markdown", source.secondsUntilAnswered(MARKDOWN, "The left one is hers."));

    folder.with("curling/stones.docx", word("The ice master waxes them now."));
    folder.without("janitor.html");
    var second = source.synced();
    said("changes: Word", source.secondsUntilAnswered(WORD, "The ice master waxes them now."));
    said("disappears: HTML", source.secondsUntilGone(HTML, "They hang in the boiler room."));
    var third = source.synced();

    assertThat(first.getInt("added")).as("%s", first).isEqualTo(5);
    assertThat(first.getInt("refused")).as("%s", first).isZero();
    assertThat(second.getInt("changed")).as("%s", second).isEqualTo(1);
    assertThat(second.getInt("removed")).as("%s", second).isEqualTo(2);
    assertThat(third.getInt("unchanged")).as("%s", third).isEqualTo(3);
  }

  @Test
  void readsNoFolderThatTheOperatorDidNotAllow() throws IOException {
    var link = Files.createSymbolicLink(folder.folder().resolve("link"), Path.of("/etc"));
    for (var address :
        List.of("/etc", folder.path() + "/../../../../../etc", link.toString(), "documents", "")) {
      var answer =
          Product.underTest()
              .put("api/sources/forbidden", at("documents", address).build().toString());
      assertThat(answer.status()).as("%s: %s", address, answer).isEqualTo(400);
    }
  }

  @Test
  void showsWhichFoldersAreAllowed() {
    var page = Product.underTest().page("console/sources/new", "en");

    assertThat(page.body()).contains(folder.folder().getParent().toString());
  }

  private static byte[] word(String answer) {
    return DocumentFiles.docx("# Curling", "## " + WORD, answer);
  }

  private static void said(String what, double seconds) {
    System.out.printf("%s after %.1f s%n", what, seconds);
  }
}
