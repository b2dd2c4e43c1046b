package amanah.deploy.load.http;

import amanah.deploy.load.loop.Arrivals;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Outcome;
import amanah.deploy.load.loop.Readings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The callers of one connection, all of them one thread, which sends what is due and handles what
 * has come, in turn.
 */
final class ConnectionLoop implements HttpConnection.Receiver {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;
  private static final int SERVER_ERRORS = 500;
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
  private static final byte[] CODE = "\"code\":\"".getBytes(StandardCharsets.US_ASCII);

  private final DonationRequests requests;
  private final NumberedDonations donations;
  private final DonationBooks books;
  private final Readings readings;
  private final LongSupplier nanoTime;
  private final Map<Integer, Call> calls = new HashMap<>();
  private int nextStream = 1;
  private long nextNumber;
  private long heardNanos;

  ConnectionLoop(
      DonationRequests requests, DonationBooks books, Readings readings, LongSupplier nanoTime) {
    this.requests = requests;
    this.donations = requests.donations();
    this.books = books;
    this.readings = readings;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns when the window is over and every request is answered.
   *
   * @param arrivals when requests begin
   * @param openMax how many may be open at a time
   * @param stride between the numbers of its donations, of which the first is {@code firstNumber}
   */
  void run(InetSocketAddress address, Arrivals arrivals, int openMax, long firstNumber, int stride)
      throws IOException {
    nextNumber = firstNumber;
    heardNanos = nanoTime.getAsLong();
    try (HttpConnection connection = new HttpConnection(address, this)) {
      while (true) {
        long now = nanoTime.getAsLong();
        long due = sendDue(connection, arrivals, openMax, stride, now);
        boolean over = readings.window().over(due);
        connection.flush();
        if (calls.isEmpty() && over) {
          return;
        }
        boolean answersAlone = over || due - now <= 0;
        receive(connection, answersAlone ? SILENCE_MAX : Duration.ofNanos(due - now));
      }
    } finally {
      calls.values().forEach(this::wonder);
    }
  }

  private void receive(HttpConnection connection, Duration max) throws IOException {
    boolean heard = connection.receive(max);
    long now = nanoTime.getAsLong();
    if (heard || calls.isEmpty()) {
      heardNanos = now;
    } else if (now - heardNanos >= SILENCE_MAX.toNanos()) {
      throw new SocketTimeoutException("no answer for " + SILENCE_MAX.toSeconds() + " s");
    }
    if (Thread.interrupted()) {
      throw new InterruptedIOException("given up");
    }
  }

  /** Sends what is due and finds room; what finds none waits or is let go, as arrivals say. */
  private long sendDue(
      HttpConnection connection, Arrivals arrivals, int openMax, int stride, long now) {
    long due = arrivals.dueNanos(now);
    while (due - now <= 0 && !readings.window().over(due)) {
      boolean room = calls.size() < openMax && connection.takes(requests.bodyBytes(), calls.size());
      if (room) {
        send(connection, due);
      } else if (arrivals.sheds()) {
        readings.ended(due, now, Outcome.SHED);
      } else {
        return due;
      }
      nextNumber += stride;
      arrivals.passed();
      due = arrivals.dueNanos(now);
    }
    return due;
  }

  private void send(HttpConnection connection, long due) {
    readings.began();
    requests.write(connection.out(), nextStream, nextNumber);
    connection.sent(requests.bodyBytes());
    calls.put(nextStream, new Call(nextNumber, due));
    nextStream += 2;
  }

  @Override
  public void status(int streamId, int status) {
    Call call = calls.get(streamId);
    if (call != null && status >= OK) {
      call.status = status;
    }
  }

  @Override
  public void data(int streamId, byte[] bytes, int from, int length) {
    Call call = calls.get(streamId);
    if (call != null && length > 0) {
      if (call.status < BAD_REQUEST) {
        call.sequence = sequence(bytes, from, from + length);
      } else {
        call.code = code(bytes, from, from + length);
      }
    }
  }

  @Override
  public void ended(int streamId, boolean whole) {
    Call call = calls.remove(streamId);
    if (call == null) {
      return;
    }
    if (!whole) {
      call.status = Call.BROKEN_OFF;
    }
    readings.ended(call.dueNanos, nanoTime.getAsLong(), outcome(call));
  }

  private Outcome outcome(Call call) {
    int campaign = donations.campaign(call.number);
    boolean recorded = call.status == CREATED || call.status == OK;
    if (recorded) {
      books.acknowledge(campaign, donations.amountMinor(call.number));
      if (call.sequence >= 0) {
        books.batched(campaign, call.sequence);
      }
      return call.status == CREATED ? Outcome.DONE : Outcome.REPLAYED;
    }
    boolean definite =
        call.status == UNAVAILABLE || (call.status > 0 && call.status < SERVER_ERRORS);
    if (!definite) {
      wonder(call);
      return Outcome.failed(call.reason());
    }
    return Outcome.refused(call.reason());
  }

  private void wonder(Call call) {
    books.wonder(donations.campaign(call.number), donations.amountMinor(call.number));
  }

  /** The number that a body ends with, before its closing brace, or -1. */
  static long sequence(byte[] bytes, int from, int to) {
    int at = to - 1;
    if (bytes[at] != '}') {
      return -1;
    }
    long value = 0;
    long scale = 1;
    for (at--; at >= from && bytes[at] >= '0' && bytes[at] <= '9'; at--) {
      value += (bytes[at] - '0') * scale;
      scale *= 10;
    }
    return scale == 1 ? -1 : value;
  }

  /** The code that a problem names within its first part, or nothing. */
  static String code(byte[] bytes, int from, int to) {
    for (int at = from; at + CODE.length < to; at++) {
      if (Arrays.equals(bytes, at, at + CODE.length, CODE, 0, CODE.length)) {
        int begin = at + CODE.length;
        int end = begin;
        while (end < to && bytes[end] != '"') {
          end++;
        }
        return new String(bytes, begin, end - begin, StandardCharsets.US_ASCII);
      }
    }
    return "";
  }
}
