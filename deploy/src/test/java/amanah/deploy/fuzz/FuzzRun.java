package amanah.deploy.fuzz;

import com.linecorp.armeria.common.HttpData;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generated requests, some at a time, each made from a seed and its number alone, so that one of
 * them can be made again without the others. What breaks a promise is kept.
 */
public final class FuzzRun {

  /** Whoever waits longer than that for an answer, or for the end of his connection, hangs. */
  static final int PATIENCE_MILLIS = 60_000;

  /** How long a call that has no end is listened to. */
  static final int LISTENING_MILLIS = 100;

  private static final int NOISE_WAIT_MILLIS = 50;
  private static final int AT_ONCE = 12;
  private static final int FAULTS_MAX = 20;
  private static final int FAULTS_OF_A_KIND_MAX = 5;
  private static final int LIKENESS = 60;

  private final long seed;
  private final InetSocketAddress address;
  private final RpcAttempts calls;
  private final Acknowledged acknowledged = new Acknowledged();
  private final Receipts receipts = new Receipts(acknowledged);
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> tally = new TreeMap<>();

  /** Against that node. */
  public FuzzRun(URI node, RpcAttempts calls, long seed) {
    this.address = new InetSocketAddress(node.getHost(), node.getPort());
    this.calls = calls;
    this.seed = seed;
  }

  /** Sends the requests of these numbers, the last one not included. */
  public void send(long from, long to) throws InterruptedException {
    AtomicLong next = new AtomicLong(from);
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < AT_ONCE; sender++) {
      senders.add(Thread.ofVirtual().start(() -> send(next, to)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /** What was said about money. */
  public Acknowledged acknowledged() {
    return acknowledged;
  }

  /** The first promises that were broken, in sentences. */
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** How often what was answered. */
  public synchronized Map<String, Integer> tally() {
    return Collections.unmodifiableMap(new TreeMap<>(tally));
  }

  private void send(AtomicLong next, long to) {
    try (Http1 http1 = new Http1(address);
        Http2 http2 = new Http2(address)) {
      for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
        Attempt attempt = attempt(new Chance(seed, number), number);
        try {
          judge(attempt, outcome(attempt, http1, http2));
        } catch (Judge.Wrong | IOException | RuntimeException fault) {
          add(number, attempt, fault);
        }
      }
    } catch (IOException unclosed) {
      throw new IllegalStateException(unclosed);
    }
  }

  private Attempt attempt(Chance chance, long number) {
    int kind = chance.below(100);
    if (kind < 52) {
      return HttpAttempts.of(chance);
    }
    return kind < 92 ? calls.of(chance, number) : Noises.of(chance, number);
  }

  private Outcome outcome(Attempt attempt, Http1 http1, Http2 http2) throws IOException {
    return switch (attempt) {
      case Attempt.Http request when request.overHttp2() ->
          http2.ask(fields(request), request.body().array(), request.target().contains("/events"));
      case Attempt.Http request -> http1.ask(request);
      case Attempt.Rpc call ->
          http2.ask(fields(call), call.body().array(), call.method().listens());
      case Attempt.Noise noise -> make(noise);
    };
  }

  private static List<Header> fields(Attempt.Http request) {
    List<Header> fields = pseudo(request.method(), request.target());
    fields.addAll(request.headers());
    return fields;
  }

  private static List<Header> fields(Attempt.Rpc call) {
    List<Header> fields = pseudo("POST", call.path());
    fields.add(new Header("te", "trailers"));
    fields.addAll(call.headers());
    return fields;
  }

  private static List<Header> pseudo(String method, String path) {
    return new ArrayList<>(
        List.of(
            new Header(":method", method),
            new Header(":scheme", "http"),
            new Header(":authority", "a"),
            new Header(":path", path)));
  }

  /** Sends it, has nothing more to say, and reads to the end. */
  private Outcome make(Attempt.Noise noise) throws IOException {
    try (Socket socket = Http1.connect(address)) {
      Http1.send(socket, noise.bytes().array());
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      if (noise.waits()) {
        awaitWord(socket, in);
      }
      socket.shutdownOutput();
      return new Outcome.Said(HttpData.wrap(in.readAllBytes()));
    } catch (SocketTimeoutException hung) {
      throw hung;
    } catch (IOException broken) {
      return new Outcome.Ended(broken.toString());
    }
  }

  private static void awaitWord(Socket socket, InputStream in) throws IOException {
    socket.setSoTimeout(NOISE_WAIT_MILLIS);
    try {
      in.mark(1);
      in.read();
      in.reset();
    } catch (SocketTimeoutException silent) {
      in.mark(0);
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  private void judge(Attempt attempt, Outcome outcome) throws Judge.Wrong {
    switch (outcome) {
      case Outcome.Answered answer -> judge(attempt, answer);
      case Outcome.Left left -> count(kind(attempt) + " left");
      case Outcome.Ended ended -> ended(attempt, ended);
      case Outcome.Said said -> heard(attempt, said);
    }
  }

  private void judge(Attempt attempt, Outcome.Answered answer) throws Judge.Wrong {
    try {
      switch (attempt) {
        case Attempt.Http request -> {
          Judge.Verdict verdict = Judge.http(request, answer);
          if (verdict.yes()) {
            receipts.http(request, answer);
            count("yes to " + request.row().method() + " " + request.row().path());
          }
          count("http " + answer.status() + " " + verdict.code());
        }
        case Attempt.Rpc call -> {
          Judge.Verdict verdict = Judge.rpc(call, answer);
          if (verdict.yes()) {
            receipts.rpc(call, answer);
            count("yes to " + call.method().path());
          }
          count("grpc " + answer.trailer("grpc-status") + " " + verdict.code());
        }
        case Attempt.Noise noise -> throw new IllegalStateException(noise.told());
      }
    } catch (Judge.Wrong wrong) {
      throw new Judge.Wrong(wrong.getMessage() + ": " + answer);
    }
  }

  /** Over HTTP/1.1 each request whose frame is right is answered, and so is each right call. */
  private void ended(Attempt attempt, Outcome.Ended ended) throws Judge.Wrong {
    boolean answered =
        switch (attempt) {
          case Attempt.Http request -> !request.overHttp2();
          case Attempt.Rpc call -> call.headers().size() == 1;
          case Attempt.Noise noise -> false;
        };
    if (answered || ended.how().matches("(away|reset) 2")) {
      throw new Judge.Wrong("no answer: " + ended.how());
    }
    count(kind(attempt) + " ended: " + ended.how());
  }

  private void heard(Attempt attempt, Outcome.Said said) throws Judge.Wrong {
    List<String> words = Words.of(said.bytes().array());
    try {
      Judge.noise(words);
    } catch (Judge.Wrong wrong) {
      throw new Judge.Wrong(
          wrong.getMessage() + ": " + words + " " + Bytes.latin(said.bytes().array()));
    }
    count(kind(attempt) + " " + (words.isEmpty() ? "closed" : words.getFirst()));
  }

  private static String kind(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Http request -> "http";
      case Attempt.Rpc call -> "grpc";
      case Attempt.Noise noise -> noise.kind();
    };
  }

  private synchronized void count(String what) {
    tally.merge(what, 1, Integer::sum);
  }

  private synchronized void add(long number, Attempt attempt, Exception fault) {
    tally.merge("broken promises", 1, Integer::sum);
    String like = Bytes.latin(Bytes.head(Bytes.latin(fault.toString()), LIKENESS));
    boolean known =
        faults.stream().filter(kept -> kept.contains(like)).count() >= FAULTS_OF_A_KIND_MAX;
    if (faults.size() < FAULTS_MAX && !known) {
      faults.add(
          "seed %d, request %d: %s%n    asked: %s".formatted(seed, number, fault, attempt.told()));
    }
  }

  /** What a server says to noise, by the protocol that it answers in. */
  private static final class Words {

    private Words() {}

    static List<String> of(byte[] bytes) {
      InputStream in = new ByteArrayInputStream(bytes);
      List<String> words = new ArrayList<>();
      try {
        boolean http1 = Bytes.latin(Bytes.head(bytes, 5)).equals("HTTP/");
        while (in.available() > 0) {
          words.add(http1 ? status(in) : Http2.frame(in).error());
        }
      } catch (IOException | NumberFormatException cut) {
        words.add("cut");
      }
      words.removeIf(String::isEmpty);
      return words;
    }

    private static String status(InputStream in) throws IOException {
      return Integer.toString(Http1.read(in, Http1.readHead(in)).status());
    }
  }
}
