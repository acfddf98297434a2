package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.knowledge.EntryName;
import org.svarbar.platform.Languages;

class RemovalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 20, 20, true",
    "0, 0, 0, true",
    "1, 1, 0, false",
    "8, 9, 1, true",
    "5, 10, 5, true",
    "6, 10, 4, false",
    "6, 10, 400, false",
    "50, 100, 50, true",
    "51, 100, 49, false"
  })
  void asksBeforeMostIsGone(int gone, int before, int current, boolean mayRemove) {
    var names =
        IntStream.range(0, gone)
            .mapToObj(i -> new EntryName("k" + i, Languages.SWEDISH))
            .collect(Collectors.toSet());

    assertThat(new Removal(names, before, current).mayRemove()).isEqualTo(mayRemove);
  }
}
