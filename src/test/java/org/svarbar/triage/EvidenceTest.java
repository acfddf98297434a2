package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.triage.Evidence.Case;

class EvidenceTest {

  private static final long SEED = 20_261_122L;

  /** Tables of the rule of three and its kin. */
  @ParameterizedTest
  @CsvSource({"0, 59", "1, 93", "2, 124"})
  void takesSoManyCasesForNinetyFivePercent(int errors, int cases) {
    assertThat(new Evidence(0.95, 1).needed(errors)).isEqualTo(cases);
    assertThat(Evidence.lowerBound(cases, errors)).isGreaterThanOrEqualTo(0.95);
    assertThat(Evidence.lowerBound(cases - 1, errors)).isLessThan(0.95);
  }

  /** With no error the bound is the n-th root of 0.05. */
  @Test
  void hasTheBoundThatIsKnownInClosedForm() {
    assertThat(Evidence.lowerBound(50, 0)).isCloseTo(Math.pow(0.05, 1 / 50.0), within(1e-9));
    assertThat(Evidence.lowerBound(0, 0)).isZero();
    assertThat(Evidence.lowerBound(3, 3)).isZero();
  }

  @Test
  void saysHowManyCasesAreMissing() {
    var found = new Evidence(0.95, 1).in(cases(40, 0));

    assertThat(found.holds()).isFalse();
    assertThat(found.missing()).isEqualTo(19);
    assertThat(new Evidence(0.95, 1).in(List.of()).missing()).isEqualTo(59);
  }

  @Test
  void holdsFromFiftyNineCasesWithoutErrorOn() {
    assertThat(new Evidence(0.95, 1).in(cases(58, 0)).holds()).isFalse();
    assertThat(new Evidence(0.95, 1).in(cases(59, 0)).holds()).isTrue();
    assertThat(new Evidence(0.95, 1).in(cases(92, 1)).holds()).isFalse();
    assertThat(new Evidence(0.95, 1).in(cases(93, 1)).holds()).isTrue();
  }

  @Test
  void asksForMoreWhereMoreUnanswerableMessagesCome() {
    var evidence = new Evidence(0.95, 1.5);

    assertThat(evidence.in(cases(93, 1)).holds()).isFalse();
    assertThat(evidence.in(cases(145, 1)).holds()).isTrue();
    // where there was no error yet, too
    assertThat(evidence.in(cases(59, 0)).holds()).isFalse();
    assertThat(evidence.in(cases(59, 0)).lowerBound()).isBetween(0.92, 0.94);
    assertThat(evidence.in(cases(90, 0)).holds()).isTrue();
  }

  @Test
  void goesDownToWhereItStillHolds() {
    var cases = new ArrayList<Case>();
    for (var i = 0; i < 400; i++) {
      // the better half is right nearly always, the other half every other time
      var raw = 1 - i / 400.0;
      cases.add(new Case(raw, i < 200 ? 0.99 : 0.5, i < 200 ? i != 77 : i % 2 == 0));
    }

    var found = new Evidence(0.95, 1).in(cases);

    assertThat(found.holds()).isTrue();
    assertThat(found.cases()).isBetween(150, 220);
    assertThat(found.threshold()).isBetween(0.45, 0.65);
  }

  @Test
  void isContradictedByWhatCannotBeChance() {
    var evidence = new Evidence(0.95, 1);

    assertThat(evidence.isContradicted(20, 2)).isFalse();
    assertThat(evidence.isContradicted(20, 4)).isTrue();
    assertThat(evidence.isContradicted(0, 0)).isFalse();
  }

  /**
   * The point of it all: where the true share right is just below what is promised, the promise is
   * made in no more than about 5 of 100 worlds.
   */
  @Test
  void breaksItsPromiseSeldom() {
    var random = new Random(SEED);
    var granted = 0;
    var worlds = 2000;
    for (var world = 0; world < worlds; world++) {
      var cases = new ArrayList<Case>();
      for (var i = 0; i < 300; i++) {
        cases.add(new Case(random.nextDouble(), 0.97, random.nextDouble() < 0.949));
      }
      granted += new Evidence(0.95, 1).in(cases).holds() ? 1 : 0;
    }
    System.out.println("granted though untrue: " + granted + " of " + worlds + ", seed " + SEED);
    assertThat(granted / (double) worlds).isLessThanOrEqualTo(0.065);
  }

  @Test
  void seesThatMoreUnanswerableMessagesCome() {
    var random = new Random(SEED);

    assertThat(PriorShift.between(said(random, .9), said(random, .9))).isCloseTo(1, within(.4));
    assertThat(PriorShift.between(said(random, .9), said(random, .5))).isBetween(5.0, 14.0);
    assertThat(PriorShift.between(said(random, .5), said(random, .9))).isEqualTo(1);
    assertThat(PriorShift.between(List.of(), said(random, .5))).isEqualTo(1);
  }

  @Test
  void learnsHowTheShippedProbabilityIsToBeRead() {
    var random = new Random(SEED);
    // overconfident: says .9 where .7 is right
    var cases =
        IntStream.range(0, 600)
            .mapToObj(i -> 0.5 + 0.49 * random.nextDouble())
            .map(raw -> new Calibration.Case(raw, random.nextDouble() < truth(raw), 1))
            .toList();

    var fitted = Calibration.fit(cases, "own");

    assertThat(fitted.of(0.9)).isCloseTo(truth(0.9), within(0.07));
    assertThat(fitted.loss(cases)).isLessThan(Calibration.SHIPPED.loss(cases));
    assertThat(Calibration.fit(List.of(), "own").of(0.8)).isCloseTo(0.8, within(1e-6));
    var allRight = IntStream.range(0, 50).mapToObj(i -> new Calibration.Case(.9, true, 1)).toList();
    assertThat(Calibration.fit(allRight, "own").of(0.9)).isBetween(0.9, 0.9999);
  }

  private static double truth(double raw) {
    return 1 / (1 + Math.exp(-(0.5 * Math.log(raw / (1 - raw)) - 0.25)));
  }

  /** What a calibrated model says where so many messages have an answer. */
  private static List<Double> said(Random random, double answerable) {
    return IntStream.range(0, 500)
        .mapToObj(i -> score(random, random.nextDouble() < answerable))
        .map(score -> posterior(score, 0.9))
        .toList();
  }

  private static double score(Random random, boolean isAnswerable) {
    return random.nextGaussian() + (isAnswerable ? 1.5 : -1.5);
  }

  private static double posterior(double score, double prior) {
    return 1 / (1 + Math.exp(-(3 * score + Math.log(prior / (1 - prior)))));
  }

  private static List<Case> cases(int all, int wrong) {
    return IntStream.range(0, all)
        .mapToObj(i -> new Case(0.99 - i * 1e-4, 0.995, i >= wrong))
        .toList();
  }
}
