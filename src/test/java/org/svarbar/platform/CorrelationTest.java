package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

  private static final String ID = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + ID + "-b7ad6b7169203331-01",
        "00-" + ID + "-b7ad6b7169203331-00",
        "01-" + ID + "-b7ad6b7169203331-01",
        "cc-" + ID + "-b7ad6b7169203331-01-what-the-future-will-be-like"
      })
  void isTakenFromItsSender(String traceparent) {
    assertThat(of(traceparent)).contains(new Correlation(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ff-" + ID + "-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-" + ID + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-" + ID + "-b7ad6b7169203331-01-more",
        "cc-" + ID + "-b7ad6b7169203331-01.more",
        "00-" + ID + "-b7ad6b7169203331",
        "00-" + ID + "\n-b7ad6b7169203331-01"
      })
  void isNotTakenFromWhatIsNone(String traceparent) {
    assertThat(of(traceparent)).isEmpty();
  }

  @Test
  void isHandedOverAsItWasTaken() {
    var made = Correlation.made();

    assertThat(of(made.traceparent())).contains(made);
    assertThat(made.traceparent()).isNotEqualTo(made.traceparent());
    assertThat(Correlation.made()).isNotEqualTo(made);
  }

  @Test
  void holdsWhileTheWorkLastsAndNoLonger() {
    var outer = Correlation.made();
    var inner = new Correlation(ID);

    var seen =
        outer.during(
            () -> {
              assertThatThrownBy(() -> inner.run(CorrelationTest::fail)).hasMessage("on purpose");
              return Correlation.current();
            });

    assertThat(seen).contains(outer);
    assertThat(inner.during(Correlation::current)).contains(inner);
    assertThat(Correlation.current()).isEmpty();
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }

  private static Optional<Correlation> of(String traceparent) {
    return Correlation.of(Optional.of(traceparent));
  }
}
