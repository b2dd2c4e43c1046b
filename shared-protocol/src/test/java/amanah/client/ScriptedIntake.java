package amanah.client;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import amanah.v1.IntakeServiceGrpc.IntakeServiceImplBase;
import amanah.v1.OutcomeStatus;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The streams of a {@link ScriptedNode}. Each goes well up to a donation of some number, if its
 * script names one; from that donation on nothing is recorded.
 */
final class ScriptedIntake extends IntakeServiceImplBase {

  private static final Script GOES_WELL =
      new Script(Integer.MAX_VALUE, true, (caller, context) -> {});

  private final SharedLedger ledger;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final List<Integer> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger streams = new AtomicInteger();
  private final AtomicInteger goodEnds = new AtomicInteger();
  private volatile Script usual = GOES_WELL;

  /** What happens to a stream in place of the receipt of a donation. */
  @FunctionalInterface
  private interface Turn {
    void happen(StreamObserver<IntakeResponse> caller, ServiceRequestContext context);
  }

  /**
   * How a stream goes.
   *
   * @param donation which donation is the first that is not taken
   * @param receiptsBefore whether those that came with it, before it, get their receipts
   */
  private record Script(int donation, boolean receiptsBefore, Turn turn) {}

  private record Trouble(String code, AtomicInteger times) {}

  ScriptedIntake(SharedLedger ledger) {
    this.ledger = ledger;
  }

  /** The next stream breaks, and those that came with that donation have no receipts. */
  ScriptedIntake thenBreaksAt(int donation) {
    scripts.add(new Script(donation, false, (caller, context) -> context.cancel()));
    return this;
  }

  /** The next stream says nothing from that donation on, and breaks at that moment. */
  ScriptedIntake thenBreaksAt(int donation, CompletionStage<Void> moment) {
    scripts.add(
        new Script(
            donation,
            false,
            (caller, context) -> {
              var unused = moment.thenRun(context::cancel);
            }));
    return this;
  }

  /** The next stream ends with that status, after all receipts that were due. */
  ScriptedIntake thenEndsAt(int donation, RuntimeException status) {
    scripts.add(new Script(donation, true, (caller, context) -> caller.onError(status)));
    return this;
  }

  /** The next stream says nothing from that donation on. */
  ScriptedIntake thenIsSilentFrom(int donation) {
    scripts.add(new Script(donation, true, (caller, context) -> {}));
    return this;
  }

  /** The next stream has a receipt for a donation that never came. */
  ScriptedIntake thenTellsOfAnotherAt(int donation) {
    IntakeResponse wrong =
        IntakeResponse.newBuilder()
            .addReceipts(IntakeReceipt.newBuilder().setPlace(Integer.MAX_VALUE))
            .build();
    scripts.add(new Script(donation, true, (caller, context) -> caller.onNext(wrong)));
    return this;
  }

  /** All streams beyond the script end with that status. */
  ScriptedIntake alwaysEnds(RuntimeException status) {
    usual = new Script(1, true, (caller, context) -> caller.onError(status));
    return this;
  }

  /** All streams beyond the script say nothing. */
  ScriptedIntake alwaysSilent() {
    usual = new Script(1, true, (caller, context) -> {});
    return this;
  }

  /** All streams beyond the script go well. */
  ScriptedIntake alwaysGoesWell() {
    usual = GOES_WELL;
    return this;
  }

  /** That donation is refused with that code, so many times. */
  ScriptedIntake refuses(String donationId, String code, int times) {
    troubles.put(donationId, new Trouble(code, new AtomicInteger(times)));
    return this;
  }

  /** How many donations each message had. */
  List<Integer> messages() {
    return messages;
  }

  int streams() {
    return streams.get();
  }

  /** Streams that their callers ended. */
  int goodEnds() {
    return goodEnds.get();
  }

  @Override
  public StreamObserver<IntakeRequest> donate(StreamObserver<IntakeResponse> caller) {
    streams.incrementAndGet();
    Script script = scripts.poll();
    return new Stream(script == null ? usual : script, caller, ServiceRequestContext.current());
  }

  private IntakeReceipt receipt(IntakeDonation donation, int place) {
    String donationId = donation.getDonation().getDonationId();
    IntakeReceipt.Builder receipt =
        IntakeReceipt.newBuilder()
            .setPlace(place)
            .setCampaignId(donation.getCampaignId())
            .setDonationId(donationId);
    Trouble trouble = troubles.get(donationId);
    if (trouble != null && trouble.times().getAndDecrement() > 0) {
      return receipt
          .setStatus(OutcomeStatus.OUTCOME_STATUS_REFUSED)
          .setCode(trouble.code())
          .setDetail("as the script says")
          .build();
    }
    return receipt
        .setStatus(OutcomeStatus.OUTCOME_STATUS_CAPTURED)
        .setReplayed(ledger.record(donation.getCampaignId(), donation.getDonation()))
        .build();
  }

  private final class Stream implements StreamObserver<IntakeRequest> {

    private final Script script;
    private final StreamObserver<IntakeResponse> caller;
    private final ServiceRequestContext context;
    private int places;
    private boolean over;

    Stream(Script script, StreamObserver<IntakeResponse> caller, ServiceRequestContext context) {
      this.script = script;
      this.caller = caller;
      this.context = context;
    }

    @Override
    public void onNext(IntakeRequest message) {
      messages.add(message.getDonationsCount());
      IntakeResponse.Builder receipts = IntakeResponse.newBuilder();
      for (IntakeDonation donation : message.getDonationsList()) {
        places++;
        if (places < script.donation()) {
          receipts.addReceipts(receipt(donation, places));
        }
      }
      boolean turns = !over && places >= script.donation();
      if (receipts.getReceiptsCount() > 0 && (!turns || script.receiptsBefore())) {
        caller.onNext(receipts.build());
      }
      if (turns) {
        over = true;
        script.turn().happen(caller, context);
      }
    }

    @Override
    public void onError(Throwable gone) {
      over = true;
    }

    @Override
    public void onCompleted() {
      goodEnds.incrementAndGet();
      caller.onCompleted();
    }
  }
}
