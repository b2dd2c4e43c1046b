package amanah.deploy.fuzz;

import amanah.v1.DonateAllRequest;
import amanah.v1.DonateAllResponse;
import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationOutcome;
import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeResponse;
import amanah.v1.Money;
import amanah.v1.OutcomeStatus;
import amanah.v1.RefundDonationRequest;
import amanah.v1.RefundDonationResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads from answers what happened to money. */
final class Receipts {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FRAME_HEAD_BYTES = 5;

  private final Acknowledged acknowledged;

  Receipts(Acknowledged acknowledged) {
    this.acknowledged = acknowledged;
  }

  /** The shape of an answer says what it is, whatever became of the path. */
  void http(Attempt.Http request, Outcome.Answered answer) {
    boolean replayed = !answer.header("idempotent-replayed").isEmpty();
    if (!answer.header("content-type").startsWith("application/json") || replayed) {
      return;
    }
    JsonNode receipt = json(answer.body().array());
    String donationId = receipt.path("donationId").asText();
    if (receipt.has("results")) {
      for (JsonNode result : receipt.path("results")) {
        boolean first = !result.path("replayed").asBoolean();
        if (first && result.path("status").asText().equals("captured")) {
          acknowledged.donation(request.campaignId(), result.path("donationId").asText());
        }
      }
    } else if (receipt.has("refundId") && receipt.has("campaign")) {
      acknowledged.refund(
          request.campaignId(),
          donationId,
          receipt.path("refundId").asText(),
          amount(receipt.path("amount")));
    } else if (receipt.has("donationId") && receipt.has("campaign")) {
      acknowledged.donation(request.campaignId(), donationId, amount(receipt.path("amount")));
    }
  }

  /** What calls of gRPC say, of which the request names the campaign. */
  void rpc(Attempt.Rpc call, Outcome.Answered answer) {
    try {
      List<byte[]> answers = messages(answer.body().array());
      switch (call.method().path()) {
        case "/amanah.v1.DonationService/Donate" ->
            donated(
                DonateRequest.parseFrom(call.messages().getFirst()),
                DonateResponse.parseFrom(answers.getFirst()));
        case "/amanah.v1.DonationService/DonateAll" ->
            donatedAll(
                DonateAllRequest.parseFrom(call.messages().getFirst()),
                DonateAllResponse.parseFrom(answers.getFirst()));
        case "/amanah.v1.DonationService/RefundDonation" ->
            refunded(
                RefundDonationRequest.parseFrom(call.messages().getFirst()),
                RefundDonationResponse.parseFrom(answers.getFirst()));
        case "/amanah.v1.IntakeService/Donate" -> {
          for (byte[] each : answers) {
            IntakeResponse.parseFrom(each).getReceiptsList().forEach(this::taken);
          }
        }
        default -> answers.clear();
      }
    } catch (InvalidProtocolBufferException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void donated(DonateRequest request, DonateResponse response) {
    if (!response.getReplayed()) {
      acknowledged.donation(
          request.getCampaignId(), response.getDonationId(), amount(response.getAmount()));
    }
  }

  private void donatedAll(DonateAllRequest request, DonateAllResponse response) {
    for (DonationOutcome outcome : response.getResultsList()) {
      if (outcome.getStatus() == OutcomeStatus.OUTCOME_STATUS_CAPTURED && !outcome.getReplayed()) {
        acknowledged.donation(request.getCampaignId(), outcome.getDonationId());
      }
    }
  }

  private void refunded(RefundDonationRequest request, RefundDonationResponse response) {
    if (!response.getReplayed()) {
      acknowledged.refund(
          request.getCampaignId(),
          response.getDonationId(),
          response.getRefundId(),
          amount(response.getAmount()));
    }
  }

  private void taken(IntakeReceipt receipt) {
    if (receipt.getStatus() == OutcomeStatus.OUTCOME_STATUS_CAPTURED && !receipt.getReplayed()) {
      acknowledged.donation(
          receipt.getCampaignId(), receipt.getDonationId(), amount(receipt.getAmount()));
    }
  }

  private static List<byte[]> messages(byte[] body) {
    List<byte[]> messages = new ArrayList<>();
    ByteBuffer frames = ByteBuffer.wrap(body);
    while (frames.remaining() >= FRAME_HEAD_BYTES) {
      byte compressed = frames.get();
      byte[] message = new byte[frames.getInt()];
      frames.get(message);
      messages.add(message);
      if (compressed != 0) {
        throw new IllegalStateException("a compressed answer that nobody asked for");
      }
    }
    return messages;
  }

  private static String amount(Money money) {
    return money.getAmount() + " " + money.getCurrency();
  }

  private static String amount(JsonNode money) {
    return money.path("amount").asText() + " " + money.path("currency").asText();
  }

  private static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
