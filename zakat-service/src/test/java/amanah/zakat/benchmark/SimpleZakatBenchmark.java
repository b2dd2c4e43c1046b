package amanah.zakat.benchmark;

import amanah.money.Money;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.rules.Profiles;
import java.time.LocalDate;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The simple question, computed anew each time: {@code ./mvnw -Pjmh -DskipTests -pl
 * shared-protocol,zakat-service verify -Djmh=SimpleZakat}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SimpleZakatBenchmark {

  private static final Currency RUPIAH = Currency.getInstance("IDR");
  private static final Money NISAB = Money.of(8_500_000, RUPIAH);

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Answering answering =
      Answering.of(Profiles.bundled(), Profiles.DEFAULT, NisabComparison.INCLUSIVE);
  private long wealth = 100_000_000;

  /** Wealth that differs each time, so that nothing can be remembered. */
  @Benchmark
  public Outcome<WealthZakat> calculate() {
    wealth++;
    return answering.simple(new SimpleQuestion(Money.of(wealth, RUPIAH), NISAB), TODAY);
  }
}
