package amanah.deploy;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import amanah.v1.IntakeServiceGrpc.IntakeServiceImplBase;
import amanah.v1.NewDonation;
import amanah.v1.OutcomeStatus;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The streams of donations of a {@link FakeAmanah}. */
final class FakeIntake extends IntakeServiceImplBase {

  private final FakeCampaigns campaigns;
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final AtomicInteger refusalsLeft = new AtomicInteger();
  private final AtomicInteger cutAfter = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();

  private record Trouble(String code, AtomicInteger times) {}

  FakeIntake(FakeCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** The next streams end as unavailable for a second, and nothing of them is recorded. */
  void answersUnavailable(int times) {
    refusalsLeft.set(times);
  }

  /** The next stream records so many donations, and breaks before their receipts. */
  void cutsTheConnectionAfterRecording(int donations) {
    cutAfter.set(donations);
  }

  /** That donation is refused with that code, so many times. */
  void refuses(String donationId, String code, int times) {
    troubles.put(donationId, new Trouble(code, new AtomicInteger(times)));
  }

  /** How many were opened. */
  int streams() {
    return streams.get();
  }

  @Override
  public StreamObserver<IntakeRequest> donate(StreamObserver<IntakeResponse> caller) {
    streams.incrementAndGet();
    boolean unavailable = refusalsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    return unavailable
        ? new Unavailable(caller)
        : new Stream(caller, ServiceRequestContext.current(), cutAfter.getAndSet(0));
  }

  private IntakeReceipt receipt(IntakeDonation sent, int place) {
    NewDonation donation = sent.getDonation();
    IntakeReceipt.Builder receipt =
        IntakeReceipt.newBuilder()
            .setPlace(place)
            .setCampaignId(sent.getCampaignId())
            .setDonationId(donation.getDonationId());
    Trouble trouble = troubles.get(donation.getDonationId());
    if (trouble != null && trouble.times().getAndDecrement() > 0) {
      return refused(receipt, trouble.code(), "as ordered");
    }
    FakeCampaigns.Campaign campaign = campaigns.find(sent.getCampaignId()).orElse(null);
    if (campaign == null) {
      return refused(receipt, "campaign_not_found", "no such campaign");
    }
    @Nullable NewDonation known = campaign.record(donation);
    return known == null || known.equals(donation)
        ? receipt
            .setStatus(OutcomeStatus.OUTCOME_STATUS_CAPTURED)
            .setReplayed(known != null)
            .build()
        : refused(receipt, "idempotency_mismatch", "other content");
  }

  private static IntakeReceipt refused(IntakeReceipt.Builder receipt, String code, String detail) {
    return receipt
        .setStatus(OutcomeStatus.OUTCOME_STATUS_REFUSED)
        .setCode(code)
        .setDetail(detail)
        .build();
  }

  private final class Stream implements StreamObserver<IntakeRequest> {

    private final StreamObserver<IntakeResponse> caller;
    private final ServiceRequestContext context;
    private final int cutAfter;
    private int places;

    Stream(StreamObserver<IntakeResponse> caller, ServiceRequestContext context, int cutAfter) {
      this.caller = caller;
      this.context = context;
      this.cutAfter = cutAfter;
    }

    @Override
    public void onNext(IntakeRequest message) {
      boolean cut = cutAfter > 0;
      IntakeResponse.Builder receipts = IntakeResponse.newBuilder();
      for (IntakeDonation donation : message.getDonationsList()) {
        places++;
        if (!cut || places <= cutAfter) {
          receipts.addReceipts(receipt(donation, places));
        }
      }
      if (!cut) {
        caller.onNext(receipts.build());
      } else if (places >= cutAfter) {
        context.cancel();
      }
    }

    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {
      caller.onCompleted();
    }
  }

  /** Ends as soon as something comes. */
  private record Unavailable(StreamObserver<IntakeResponse> caller)
      implements StreamObserver<IntakeRequest> {

    @Override
    public void onNext(IntakeRequest message) {
      caller.onError(
          StatusProto.toStatusRuntimeException(
              com.google.rpc.Status.newBuilder()
                  .setCode(Status.Code.UNAVAILABLE.value())
                  .setMessage("as ordered")
                  .addDetails(
                      Any.pack(
                          ErrorInfo.newBuilder()
                              .setDomain("amanah")
                              .setReason("unavailable")
                              .build()))
                  .addDetails(
                      Any.pack(
                          RetryInfo.newBuilder()
                              .setRetryDelay(Duration.newBuilder().setSeconds(1))
                              .build()))
                  .build()));
    }

    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {}
  }
}
