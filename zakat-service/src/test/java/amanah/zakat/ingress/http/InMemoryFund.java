package amanah.zakat.ingress.http;

import static java.util.Objects.requireNonNullElseGet;

import amanah.id.CampaignId;
import amanah.money.Money;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.book.LedgerEntry;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.FundRefusal;
import amanah.zakat.domain.fund.FundRules;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fund of {@link InMemoryZakat}, and its ledger, the newest first. */
final class InMemoryFund {

  private static final CampaignId WELL = CampaignId.of("well");

  private final List<LedgerEntry> ledger = new ArrayList<>();
  private Fund fund = Fund.EMPTY;

  Fund now() {
    return fund;
  }

  List<RecordedDistribution> distributions() {
    return ledger.stream().flatMap(InMemoryFund::given).toList();
  }

  private static Stream<RecordedDistribution> given(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Reported reported -> Stream.empty();
      case LedgerEntry.Distributed given ->
          Stream.of(
              new RecordedDistribution(given.distribution(), given.at(), given.place().sequence()));
    };
  }

  void report(Money collected, Money refunded) {
    long position = ledger.size();
    fund = fund.reported(collected, refunded);
    ledger.addFirst(
        new LedgerEntry.Reported(
            next(),
            new CampaignReport(WELL, position, position + 1, collected, refunded),
            InMemoryZakat.NOON));
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
    RecordedDistribution given = requireNonNullElseGet(known, () -> give(distribution));
    return new Reply.Done<>(
        new DistributionReceipt(given, fund.of(distribution.amount().currency())), known != null);
  }

  DistributionPage page(Optional<Instant> asOf, Optional<Long> before, int limit) {
    List<RecordedDistribution> older =
        distributions().stream()
            .filter(given -> isOf(asOf))
            .filter(given -> before.map(place -> given.sequence() < place).orElse(true))
            .toList();
    List<RecordedDistribution> page = older.stream().limit(limit).toList();
    return new DistributionPage(
        page, older.size() > limit ? Optional.of(page.getLast().sequence()) : Optional.empty());
  }

  LedgerPage ledger(Optional<Instant> asOf, Optional<LedgerPlace> before, int limit) {
    LedgerPlace end = before.orElse(LedgerPlace.END);
    List<LedgerEntry> older =
        ledger.stream()
            .filter(entry -> isOf(asOf))
            .filter(entry -> entry.place().compareTo(end) < 0)
            .toList();
    List<LedgerEntry> page = older.stream().limit(limit).toList();
    return new LedgerPage(
        page, older.size() > limit ? Optional.of(page.getLast().place()) : Optional.empty());
  }

  /** All of it happened at noon. */
  private static boolean isOf(Optional<Instant> asOf) {
    return asOf.isEmpty() || !asOf.get().isBefore(InMemoryZakat.NOON);
  }

  private @Nullable RecordedDistribution recorded(Distribution distribution) {
    return distributions().stream()
        .filter(
            given -> given.distribution().distributionId().equals(distribution.distributionId()))
        .findFirst()
        .orElse(null);
  }

  private RecordedDistribution give(Distribution distribution) {
    LedgerEntry.Distributed given =
        new LedgerEntry.Distributed(next(), distribution, InMemoryZakat.NOON);
    fund = fund.distributed(distribution.asnaf(), distribution.amount());
    ledger.addFirst(given);
    return new RecordedDistribution(distribution, given.at(), given.place().sequence());
  }

  private LedgerPlace next() {
    return new LedgerPlace(ledger.size() + 1, 0);
  }
}
