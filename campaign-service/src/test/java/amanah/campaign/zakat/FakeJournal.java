package amanah.campaign.zakat;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.journal.ZakatJournal;
import amanah.campaign.ledger.DonationsLocated;
import amanah.campaign.ledger.LedgerMessage;
import amanah.id.DonationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One campaign's journal in memory; readings are answered at once, later, or not at all. */
final class FakeJournal implements ZakatJournal {

  private final List<CampaignEvent> events = new ArrayList<>();
  private final Map<DonationId, Donation> donations = new HashMap<>();
  private final Map<DonationId, Long> sequences = new HashMap<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private boolean holding;
  private boolean failing;
  private int readings;

  /** Writes an event; its number. */
  long write(CampaignEvent event) {
    events.add(event);
    if (event instanceof DonationsRecorded recorded) {
      for (Donation donation : recorded.donations()) {
        donations.put(donation.donationId(), donation);
        sequences.put(donation.donationId(), (long) events.size());
      }
    }
    return events.size();
  }

  long sequence() {
    return events.size();
  }

  /** From now on readings wait for {@link #release}. */
  void hold() {
    holding = true;
  }

  /** Answers the readings that wait, in their order, with what the journal has by now. */
  void release() {
    holding = false;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  /** Whether readings fail from now on. */
  void failing(boolean fails) {
    failing = fails;
  }

  /** How often events were read that had been missed. */
  int readings() {
    return readings;
  }

  @Override
  public CompletionStage<List<Entry>> missed(String persistenceId, long after, long upTo, int max) {
    readings++;
    return answered(() -> missed(after, upTo, max));
  }

  private List<Entry> missed(long after, long upTo, int max) {
    List<Entry> missed = new ArrayList<>();
    for (long sequence = after + 1; sequence <= upTo && missed.size() < max; sequence++) {
      CampaignEvent event = events.get((int) sequence - 1);
      if (event instanceof DonationsRecorded || event instanceof DonationRefunded) {
        missed.add(new Entry(sequence, event));
      }
    }
    return missed;
  }

  @Override
  public CompletionStage<List<Entry>> events(String persistenceId, Collection<Long> wanted) {
    return answered(
        () ->
            new TreeSet<>(wanted)
                .stream()
                    .map(sequence -> new Entry(sequence, events.get(sequence.intValue() - 1)))
                    .toList());
  }

  private <T> CompletionStage<T> answered(Supplier<T> answer) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    if (failing) {
      stage.completeExceptionally(new IllegalStateException("the journal is away"));
    } else if (holding) {
      held.add(() -> stage.complete(answer.get()));
    } else {
      stage.complete(answer.get());
    }
    return stage;
  }

  /** A ledger that knows where donations are, and nothing else. */
  Behavior<LedgerMessage> ledger() {
    return Behaviors.receiveMessage(
        message -> {
          if (message instanceof LedgerMessage.LocateAll locate) {
            Map<DonationId, Long> located = new HashMap<>(sequences);
            located.keySet().retainAll(locate.donationIds());
            locate.replyTo().tell(new DonationsLocated(located));
          }
          return Behaviors.same();
        });
  }

  long collectedMinor() {
    return events.stream()
        .filter(DonationsRecorded.class::isInstance)
        .flatMap(event -> ((DonationsRecorded) event).donations().stream())
        .filter(donation -> donation.designation() == Designation.ZAKAT)
        .mapToLong(donation -> donation.amount().minor())
        .sum();
  }

  long refundedMinor() {
    return zakatRefunds().stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  private List<DonationRefunded> zakatRefunds() {
    return events.stream()
        .filter(DonationRefunded.class::isInstance)
        .map(DonationRefunded.class::cast)
        .filter(refund -> donation(refund).designation() == Designation.ZAKAT)
        .toList();
  }

  /** The names of all that was given towards assessments, and given back. */
  List<String> assessedNames() {
    List<String> names = new ArrayList<>();
    donations.values().stream()
        .filter(donation -> donation.assessmentId() != null)
        .forEach(donation -> names.add(donation.donationId().value()));
    zakatRefunds().stream()
        .filter(refund -> donation(refund).assessmentId() != null)
        .forEach(refund -> names.add(refund.donationId() + " back " + refund.refundId()));
    return names;
  }

  private Donation donation(DonationRefunded refund) {
    return Objects.requireNonNull(donations.get(refund.donationId()));
  }
}
