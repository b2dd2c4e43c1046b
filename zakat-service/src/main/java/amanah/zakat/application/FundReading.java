package amanah.zakat.application;

import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.journal.BookHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers about the fund's past, which the journal alone knows. */
final class FundReading {

  private static final Logger LOG = LoggerFactory.getLogger(FundReading.class);

  private final BookHistory history;

  FundReading(BookHistory history) {
    this.history = history;
  }

  CompletionStage<Reply<Fund>> fund(Instant asOf) {
    return reply(history.fund(asOf));
  }

  CompletionStage<Reply<DistributionPage>> distributions(
      Optional<Instant> asOf, Optional<Long> before, int limit) {
    return reply(history.distributions(asOf, before, limit));
  }

  CompletionStage<Reply<LedgerPage>> ledger(
      Optional<Instant> asOf, Optional<LedgerPlace> before, int limit) {
    return reply(history.ledger(asOf, before, limit));
  }

  private static <T> CompletionStage<Reply<T>> reply(CompletionStage<T> read) {
    return read.handle((value, failure) -> failure == null ? Reply.done(value) : notRead(failure));
  }

  private static <T> Reply<T> notRead(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    Throwable failure = cause == null ? thrown : cause;
    if (failure instanceof RejectedExecutionException) {
      return Reply.refused(
          RefusalCode.OVERLOADED,
          "as many questions about the past are waiting as may, expected a retry");
    }
    LOG.warn("the fund's past could not be read from the journal: {}", failure.toString());
    return Reply.refused(
        RefusalCode.UNAVAILABLE, "the journal cannot be read now, expected a retry");
  }
}
