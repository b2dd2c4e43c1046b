package amanah.deploy.bench.http;

import amanah.deploy.bench.load.DonationBooks;
import amanah.deploy.bench.load.DonationStream;
import amanah.deploy.bench.load.LoadReadings;
import amanah.deploy.bench.load.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The callers of one connection: each begins its next request when its last one is answered. */
final class ConnectionLoop implements HttpConnection.Receiver {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int SERVER_ERRORS = 500;

  private final DonationRequests requests;
  private final DonationStream stream;
  private final DonationBooks books;
  private final LoadReadings readings;
  private final LongSupplier nanoTime;
  private final Map<Integer, Call> calls = new HashMap<>();
  private int nextStream = 1;

  ConnectionLoop(
      DonationRequests requests,
      DonationBooks books,
      LoadReadings readings,
      LongSupplier nanoTime) {
    this.requests = requests;
    this.stream = requests.stream();
    this.books = books;
    this.readings = readings;
    this.nanoTime = nanoTime;
  }

  /** Returns when the window is over and every request is answered. */
  void run(InetSocketAddress address, int callers, long firstNumber, int stride)
      throws IOException {
    long number = firstNumber;
    try (HttpConnection connection = new HttpConnection(address, this)) {
      while (true) {
        long now = nanoTime.getAsLong();
        boolean over = readings.window().over(now);
        while (!over
            && calls.size() < callers
            && connection.takes(requests.bodyBytes(), calls.size())) {
          requests.write(connection.out(), nextStream, number);
          connection.sent(requests.bodyBytes());
          calls.put(nextStream, new Call(number, now));
          nextStream += 2;
          number += stride;
        }
        connection.flush();
        if (calls.isEmpty() && over) {
          return;
        }
        connection.receive();
      }
    } finally {
      calls.values().forEach(this::wonder);
    }
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
      call.sequence = sequence(bytes, from, from + length);
    }
  }

  @Override
  public void ended(int streamId, boolean whole) {
    Call call = calls.remove(streamId);
    if (call == null) {
      return;
    }
    if (!whole) {
      call.status = 0;
    }
    readings.ended(call.beganNanos, nanoTime.getAsLong(), outcome(call));
  }

  private Outcome outcome(Call call) {
    int campaign = stream.campaign(call.number);
    boolean recorded = call.status == CREATED || call.status == OK;
    if (recorded) {
      books.acknowledge(campaign, stream.amountMinor(call.number));
      if (call.sequence >= 0) {
        books.batched(campaign, call.sequence);
      }
      return call.status == CREATED ? Outcome.DONE : Outcome.REPLAYED;
    }
    boolean definite =
        call.status == UNAVAILABLE || (call.status > 0 && call.status < SERVER_ERRORS);
    if (!definite) {
      wonder(call);
    }
    return Outcome.refused(call.status == 0 ? "broken off" : "http " + call.status);
  }

  private void wonder(Call call) {
    books.wonder(stream.campaign(call.number), stream.amountMinor(call.number));
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
}
