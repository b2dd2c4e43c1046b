package amanah.deploy.bench.load;

import amanah.deploy.load.loop.Operation;
import amanah.deploy.load.loop.Outcome;
import amanah.money.Money;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Asks the calculator the same fifty questions in turn, as the GenServer's clients do. */
public final class Calculating implements Operation<Reply<SimpleAnswer>> {

  private static final int QUESTIONS = 50;
  private static final Currency RUPIAH = Currency.getInstance("IDR");
  private static final Money NISAB = Money.of(85_000, RUPIAH);

  private final ZakatQuestions zakat;
  private final List<SimpleQuestion> questions =
      LongStream.range(0, QUESTIONS)
          .mapToObj(more -> new SimpleQuestion(Money.of(1_000_000 + more, RUPIAH), NISAB))
          .toList();

  /** Asks through this door. */
  public Calculating(ZakatQuestions zakat) {
    this.zakat = zakat;
  }

  @Override
  public CompletionStage<Reply<SimpleAnswer>> begin(long number) {
    return zakat.calculate(questions.get((int) (number % QUESTIONS)));
  }

  @Override
  public Outcome ended(
      long number, @Nullable Reply<SimpleAnswer> answer, @Nullable Throwable failure) {
    return switch (answer) {
      case null -> Outcome.failed(failure);
      case Reply.Done<SimpleAnswer> done -> Outcome.DONE;
      case Reply.Refused<SimpleAnswer> no -> Outcome.refused(no.code().name());
    };
  }
}
