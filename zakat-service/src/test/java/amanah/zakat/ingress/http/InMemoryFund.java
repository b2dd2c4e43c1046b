package amanah.zakat.ingress.http;

import static java.util.Objects.requireNonNullElseGet;

import amanah.money.Money;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.FundRefusal;
import amanah.zakat.domain.fund.FundRules;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fund of {@link InMemoryZakat}, and what was given from it. */
final class InMemoryFund {

  private final List<RecordedDistribution> distributions = new ArrayList<>();
  private Fund fund = Fund.EMPTY;

  Fund now() {
    return fund;
  }

  List<RecordedDistribution> distributions() {
    return List.copyOf(distributions);
  }

  void report(Money collected, Money refunded) {
    fund = fund.reported(collected, refunded);
  }

  Reply<DistributionReceipt> distribute(Distribution distribution) {
    RecordedDistribution known = recorded(distribution);
    if (known != null && !known.distribution().equals(distribution)) {
      return Reply.refused(
          RefusalCode.IDEMPOTENCY_MISMATCH,
          "distribution " + distribution.distributionId() + " came before otherwise");
    }
    CurrencyFund before = fund.of(distribution.amount().currency());
    Optional<FundRefusal> refused =
        known == null ? FundRules.refusal(before, distribution) : Optional.empty();
    if (refused.isPresent()) {
      return Reply.refused(refused.get().code(), refused.get().detail());
    }
    RecordedDistribution given = requireNonNullElseGet(known, () -> given(distribution));
    return new Reply.Done<>(
        new DistributionReceipt(given, fund.of(distribution.amount().currency())), known != null);
  }

  DistributionPage page(Optional<Long> before, int limit) {
    List<RecordedDistribution> older =
        distributions.stream()
            .filter(given -> before.map(place -> given.sequence() < place).orElse(true))
            .toList();
    List<RecordedDistribution> page = older.stream().limit(limit).toList();
    return new DistributionPage(
        page, older.size() > limit ? Optional.of(page.getLast().sequence()) : Optional.empty());
  }

  private @Nullable RecordedDistribution recorded(Distribution distribution) {
    return distributions.stream()
        .filter(
            given -> given.distribution().distributionId().equals(distribution.distributionId()))
        .findFirst()
        .orElse(null);
  }

  private RecordedDistribution given(Distribution distribution) {
    RecordedDistribution given =
        new RecordedDistribution(distribution, InMemoryZakat.NOON, distributions.size() + 1);
    fund = fund.distributed(distribution.asnaf(), distribution.amount());
    distributions.addFirst(given);
    return given;
  }
}
