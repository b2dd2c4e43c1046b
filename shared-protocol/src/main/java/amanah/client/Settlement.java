package amanah.client;

import amanah.v1.IntakeReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Donations that are settled together; their places are free before anybody is told. */
final class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final List<Settled> all = new ArrayList<>();
  private long bytes;

  private record Settled(OpenDonation donation, Outcome<IntakeReceipt> outcome) {}

  /** All of them are given up, each for its reason. */
  static Settlement givenUp(List<OpenDonation> donations, Function<OpenDonation, String> reason) {
    Settlement settlement = new Settlement();
    donations.forEach(
        donation -> settlement.add(donation, donation.givenUp(reason.apply(donation))));
    return settlement;
  }

  void add(OpenDonation donation, Outcome<IntakeReceipt> outcome) {
    all.add(new Settled(donation, outcome));
    bytes += donation.bytes();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void tell(Room room) {
    room.giveBack(all.size(), bytes);
    all.forEach(Settlement::tell);
  }

  private static void tell(Settled settled) {
    try {
      settled.donation().settled().accept(settled.outcome());
    } catch (RuntimeException failed) {
      LOG.error("who was told what became of a donation failed", failed);
    }
  }
}
