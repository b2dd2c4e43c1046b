package amanah.zakat.application;

import amanah.id.AssessmentId;
import amanah.id.PublicationId;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.hawl.Hawl;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceList;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.HawlQuestion;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.statistics.Statistics;
import amanah.zakat.rules.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The questions that can be asked about zakat. Every stage completes within the ask timeout of the
 * settings, and never exceptionally for a reason that {@link amanah.zakat.domain.RefusalCode}
 * names.
 */
public interface ZakatQuestions {

  /** The most of one page, and the most of one look into the history. */
  int PAGE_MAX = 500;

  /**
   * The same questions for one call of a caller who waits no longer than that: what has not been
   * begun when he has gone is never begun. A calculation changes nothing and takes its usual time.
   */
  ZakatQuestions within(Duration patience);

  /**
   * What is due on so much wealth. Answered by the calculator, and by this node itself while the
   * calculator moves.
   */
  CompletionStage<Reply<SimpleAnswer>> calculate(SimpleQuestion question);

  /** What is due on all that somebody declares; answered in the same way. */
  CompletionStage<Reply<FullAnswer>> calculate(FullQuestion question);

  /** Whether a year of ownership has passed. */
  CompletionStage<Reply<Hawl>> hawl(HawlQuestion question);

  /** The newest version of each rule profile, by name. */
  List<Profile> profiles();

  /** What was calculated, including everything that this node answered before the call. */
  CompletionStage<Reply<Statistics>> statistics();

  /**
   * The calculations that the calculator answered last, the newest first; those that nodes answered
   * by themselves are not among them.
   *
   * @param limit 1 to {@value #PAGE_MAX}
   */
  CompletionStage<Reply<List<PastCalculation>>> history(int limit);

  /** Forgets the remembered answers; says how many there were. */
  CompletionStage<Reply<Integer>> clearCache();

  /**
   * Zeroes the statistics and forgets the remembered answers and the last calculations; fund and
   * prices stay.
   */
  CompletionStage<Reply<Statistics>> reset();

  /**
   * The prices and published figures of a day.
   *
   * @param asOf empty for today
   */
  CompletionStage<Reply<PriceList>> prices(Optional<LocalDate> asOf);

  /**
   * Publishes prices from a day on. The same name again is a replay, whatever was published
   * meanwhile; so is what counts already, under any name.
   */
  CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, MetalPrices prices);

  /** Publishes a nisab of income from a day on, in the same way. */
  CompletionStage<Reply<PublicationReceipt>> publish(
      PublicationId publicationId, NisabFigure figure);

  /**
   * Lets a publication count no more; done means that it is committed, and the same again is a
   * replay. What was assessed with it keeps it.
   *
   * @param from the first day on which it does not count; empty for its own, as if it had never
   *     been published
   */
  CompletionStage<Reply<PublicationReceipt>> withdraw(
      PublicationId publicationId, Optional<LocalDate> from);

  /** Makes an assessment; the same request again is a replay. */
  CompletionStage<Reply<Assessment>> assess(AssessmentRequest request);

  /** The assessment with its payments. */
  CompletionStage<Reply<Assessment>> assessment(AssessmentId assessmentId);

  /** What was collected and distributed, including every answer before the call. */
  CompletionStage<Reply<Fund>> fund();

  /** The same as it was at that time, by replay of the journal. */
  CompletionStage<Reply<Fund>> fund(Instant asOf);

  /** Gives zakat to recipients; done means that it is committed. The same again is a replay. */
  CompletionStage<Reply<DistributionReceipt>> distribute(Distribution distribution);

  /**
   * Distributions, the newest first.
   *
   * @param asOf those of that time; empty for all
   * @param before the place from which to go on; empty for the newest
   * @param limit 1 to {@value #PAGE_MAX}
   */
  CompletionStage<Reply<DistributionPage>> distributions(
      Optional<Instant> asOf, Optional<Long> before, int limit);

  /**
   * What came into the fund and what left it, the newest first.
   *
   * @param asOf the ledger of that time; empty for all of it
   * @param before the place from which to go on; empty for the newest
   * @param limit 1 to {@value #PAGE_MAX}
   */
  CompletionStage<Reply<LedgerPage>> ledger(
      Optional<Instant> asOf, Optional<LedgerPlace> before, int limit);
}
