package amanah.zakat.domain.book;

import amanah.id.PublicationId;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.price.Remainder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What was published, and the names of the latest publications: a repeat that comes after a later
 * publication of the same day must not undo it. Not thread-safe; the book owns it.
 */
final class Publications {

  /** All of a day's are in each event about it, and in what nodes tell one another. */
  static final int WITHDRAWALS_MAX = 20;

  private final int daysMax;
  private final int namesMax;
  private final SequencedMap<PublicationId, RecordedPublication> named = new LinkedHashMap<>();
  private PriceBook prices;

  Publications(BookLimits limits, PriceBook prices, List<RecordedPublication> named) {
    this.daysMax = limits.priceDaysMax();
    this.namesMax = limits.publicationsMax();
    this.prices = prices;
    named.forEach(this::remember);
  }

  PriceBook prices() {
    return prices;
  }

  /** Those whose names are known, in the order of the journal. */
  List<RecordedPublication> named() {
    return List.copyOf(named.values());
  }

  /** How many days and names it has to remember. */
  int size() {
    return prices.size() + named.size();
  }

  BookDecision decide(BookCommand.PublishPrices publish, Instant when) {
    MetalPrices asked = publish.prices();
    boolean changes = !prices.has(asked);
    return decide(
        new RecordedPublication(
            publish.publicationId(), new Publication.OfMetal(version(changes), asked), when),
        changes,
        !prices.hasDay(asked.currency(), asked.day()),
        PublicationAdmission.refusal(asked),
        new BookEvent.PricesPublished(Optional.of(publish.publicationId()), asked, when));
  }

  BookDecision decide(BookCommand.PublishNisab publish, Instant when) {
    NisabFigure asked = publish.figure();
    boolean changes = !prices.has(asked);
    return decide(
        new RecordedPublication(
            publish.publicationId(), new Publication.OfNisab(version(changes), asked), when),
        changes,
        !prices.hasDay(asked.profile(), asked.day()),
        publish.refusal().or(() -> PublicationAdmission.refusal(asked)),
        new BookEvent.NisabPublished(Optional.of(publish.publicationId()), asked, when));
  }

  private BookDecision decide(
      RecordedPublication asked,
      boolean changes,
      boolean isNewDay,
      Optional<Refusal> notAdmitted,
      BookEvent event) {
    RecordedPublication known = named.get(asked.publicationId());
    if (known != null) {
      return BookDecision.answer(repeated(known, asked));
    }
    if (notAdmitted.isPresent()) {
      return BookDecision.answer(BookAnswer.Refused.of(notAdmitted.get()));
    }
    if (isNewDay && prices.size() >= daysMax) {
      return BookDecision.full("days of prices", prices.size(), daysMax);
    }
    return BookDecision.of(event, new BookAnswer.Published(asked, !changes));
  }

  /** What was withdrawn from an earlier day on stays so. */
  BookDecision decide(BookCommand.WithdrawPublication withdraw, Instant when) {
    RecordedPublication known = named.get(withdraw.publicationId());
    if (known == null) {
      return BookDecision.answer(
          new BookAnswer.Refused(
              RefusalCode.PUBLICATION_NOT_FOUND,
              "no publication \"%s\" is known, expected one of the latest %d"
                  .formatted(withdraw.publicationId(), namesMax)));
    }
    LocalDate own = known.publication().day();
    LocalDate from = withdraw.from().filter(own::isBefore).orElse(own);
    if (known.withdrawnFrom().filter(before -> !before.isAfter(from)).isPresent()) {
      return BookDecision.answer(new BookAnswer.Withdrawn(known, true));
    }
    Publication left = new Remainder(known, from, named.values()).in(prices);
    return left.withdrawals().size() > WITHDRAWALS_MAX
        ? BookDecision.full(
            "withdrawals for one day", left.withdrawals().size() - 1, WITHDRAWALS_MAX)
        : BookDecision.of(
            new BookEvent.PublicationWithdrawn(withdraw.publicationId(), from, left, when),
            new BookAnswer.Withdrawn(known.withdrawn(from), false));
  }

  private static BookAnswer repeated(RecordedPublication known, RecordedPublication asked) {
    return asked.publication().hasContentOf(known.publication())
        ? new BookAnswer.Published(known, true)
        : new BookAnswer.Refused(
            RefusalCode.IDEMPOTENCY_MISMATCH,
            "publication \"%s\" was recorded with other content, expected another id"
                .formatted(asked.publicationId()));
  }

  private long version(boolean changes) {
    return prices.version() + (changes ? 1 : 0);
  }

  /** What is so already is not published again, though its name is known from now on. */
  void evolve(BookEvent.PricesPublished event) {
    prices = prices.has(event.prices()) ? prices : prices.publish(event.prices());
    Publication publication = new Publication.OfMetal(prices.version(), event.prices());
    remember(event.publicationId(), publication, event.at());
  }

  void evolve(BookEvent.NisabPublished event) {
    prices = prices.has(event.figure()) ? prices : prices.publish(event.figure());
    Publication publication = new Publication.OfNisab(prices.version(), event.figure());
    remember(event.publicationId(), publication, event.at());
  }

  void evolve(BookEvent.PublicationWithdrawn event) {
    prices = event.left().version() > prices.version() ? prices.with(event.left()) : prices;
    named.computeIfPresent(
        event.publicationId(), (name, recorded) -> recorded.withdrawn(event.from()));
  }

  private void remember(Optional<PublicationId> name, Publication publication, Instant at) {
    name.ifPresent(id -> remember(new RecordedPublication(id, publication, at)));
  }

  private void remember(RecordedPublication recorded) {
    named.put(recorded.publicationId(), recorded);
    if (named.size() > namesMax) {
      named.pollFirstEntry();
    }
  }
}
