package amanah.deploy.load.http;

import amanah.deploy.load.loop.NumberedDonations;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the request for any donation of a load's: copies bytes that were made once, and sets the
 * digits that differ.
 */
final class DonationRequests {

  private static final int DIGIT_RANGE = 10;
  private static final int CENT_DIGITS = 2;

  private final NumberedDonations donations;
  private final List<byte[]> headers;
  private final byte[] body;
  private final int idEnd;
  private final int amountEnd;
  private final int donorEnd;

  DonationRequests(NumberedDonations donations, String authority) {
    this.donations = donations;
    String id = donations.donationId(0);
    String donor = NumberedDonations.donorId(0);
    String text =
        """
        {"donationId":"%s","amount":{"amount":"000.00","currency":"%s"},"donor":{"id":"%s"},\
        "payment":{"method":"captured","reference":"bench"}}\
        """
            .formatted(id, NumberedDonations.CURRENCY, donor);
    this.body = text.getBytes(StandardCharsets.US_ASCII);
    this.idEnd = endOf(text, id);
    this.amountEnd = endOf(text, "000.00\"") - 1;
    this.donorEnd = endOf(text, donor);
    this.headers =
        donations.campaigns().stream()
            .map(campaign -> "/v1/campaigns/" + campaign + "/donations")
            .map(path -> HeaderBlock.post(authority, path, body.length))
            .toList();
  }

  NumberedDonations donations() {
    return donations;
  }

  /** What a request takes of the server's flow-control window. */
  int bodyBytes() {
    return body.length;
  }

  /** Writes HEADERS and DATA of donation {@code number} as stream {@code streamId}. */
  void write(FrameWriter out, int streamId, long number) {
    byte[] header = headers.get(donations.campaign(number));
    out.header(header.length, FrameType.HEADERS, FrameType.FLAG_END_HEADERS, streamId);
    out.raw(header);
    out.header(body.length, FrameType.DATA, FrameType.FLAG_END_STREAM, streamId);
    int at = out.reserve(body.length);
    byte[] bytes = out.bytes();
    System.arraycopy(body, 0, bytes, at, body.length);
    digits(bytes, at + idEnd, NumberedDonations.digits(number));
    long amount = donations.amountMinor(number);
    digits(bytes, at + amountEnd - CENT_DIGITS - 1, amount / 100);
    bytes[at + amountEnd - 1] = (byte) ('0' + amount % DIGIT_RANGE);
    bytes[at + amountEnd - 2] = (byte) ('0' + amount / DIGIT_RANGE % DIGIT_RANGE);
    digits(bytes, at + donorEnd, 10_000L + NumberedDonations.donor(number));
  }

  private static int endOf(String text, String part) {
    return text.indexOf(part) + part.length();
  }

  private static void digits(byte[] bytes, int end, long value) {
    int at = end;
    for (long rest = value; rest > 0; rest /= DIGIT_RANGE) {
      at--;
      bytes[at] = (byte) ('0' + rest % DIGIT_RANGE);
    }
  }
}
