package amanah.deploy.faults.load;

import amanah.deploy.faults.cluster.Pause;
import amanah.protocol.EarlierTries;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Follows the rule for callers: the same request again, with growing and jittered waits, through
 * another node, until there is a definite answer or its time is over. A refusal is definite when no
 * earlier try could still be under way as the one that was refused began; one that never became so
 * is no answer.
 */
public final class Caller {

  static final Duration TRY_MAX = Duration.ofSeconds(2);
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration WAIT_FIRST = Duration.ofMillis(50);
  static final Duration WAIT_MAX = Duration.ofSeconds(2);
  private static final int DOUBLINGS_MAX = 10;

  /**
   * Tries under way at a node: those who wait for a struck campaign leave room for the others. Who
   * has lost one try, at the door of a node that died or with a shard that moved, is not yet one of
   * those: he would wait among a thousand of them, and his campaign would seem to be away.
   */
  private static final int FIRST_TRIES_MAX = 300;

  private static final int FIRST_TRIES = 2;

  private static final int REPEATS_MAX = 150;
  static final int NOBODY = -1;

  private final Doors doors;
  private final HttpClient http;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final Tries tries;
  private final List<Semaphore> firstTries = new ArrayList<>();
  private final List<Semaphore> repeats = new ArrayList<>();

  /** Is told of each try. */
  @FunctionalInterface
  public interface Tries {
    /** This came of one, for those who count. */
    void ended(Answer answer);

    /** All about one, for those who keep a history. */
    default void told(Try ended) {}

    /** All tries together came to this definite no. */
    default void settled(Request request, Settled settled) {}
  }

  /** A caller at these doors. */
  public Caller(Doors doors, HttpClient http, Pause pause, LongSupplier nanoTime, Tries tries) {
    this.doors = doors;
    this.http = http;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.tries = tries;
    for (int node = 0; node < doors.count(); node++) {
      firstTries.add(new Semaphore(FIRST_TRIES_MAX));
      repeats.add(new Semaphore(REPEATS_MAX));
    }
  }

  /** Sends it until it is settled, through any node but {@code not} at first. */
  public Settled settle(Request request, int not) throws InterruptedException {
    return settleFrom(request, doors.choose(not));
  }

  /** The same, at first through node {@code first}, whether its door is open or not. */
  Settled settleFrom(Request request, int first) throws InterruptedException {
    Course course = new Course(nanoTime.getAsLong());
    int node = first;
    int rounds = 0;
    while (nanoTime.getAsLong() - course.began < PATIENCE.toNanos()) {
      Semaphore room = (course.sent < FIRST_TRIES ? firstTries : repeats).get(node);
      if (room.tryAcquire()) {
        long triedNanos = nanoTime.getAsLong();
        Answer answer;
        try {
          answer = once(request, node);
        } finally {
          room.release();
        }
        tries.ended(answer);
        if (course.endsWith(answer, triedNanos, nanoTime.getAsLong())) {
          Settled settled = course.settled(answer, node);
          if (answer instanceof Answer.No) {
            tries.settled(request, settled);
          }
          return settled;
        }
      }
      pause.await(wait(rounds));
      node = doors.choose(node);
      rounds++;
    }
    return course.settled(course.last.unlessDefinite(), node);
  }

  /** The tries of one request so far. */
  private final class Course {

    private final long began;
    private long openUntil;
    private long refused;
    private int sent;
    private int ambiguous;
    private Answer last = new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, "no room");

    private Course(long began) {
      this.began = began;
      this.openUntil = began;
    }

    /** Whether a try that began and ended then is the last one. */
    private boolean endsWith(Answer answer, long triedNanos, long now) {
      sent++;
      last = answer;
      return switch (answer) {
        case Answer.Yes yes -> true;
        case Answer.Unclassified defect -> true;
        case Answer.No no -> {
          refused = refused == 0 ? now : refused;
          yield !EarlierTries.canBelie(no.code()) || triedNanos >= openUntil;
        }
        case Answer.Ambiguous unknown -> {
          ambiguous += unknown.perhapsDone() ? 1 : 0;
          if (unknown.mayBeUnderWay()) {
            openUntil = now + EarlierTries.UNDER_WAY_MAX.toNanos();
          }
          yield false;
        }
      };
    }

    private Settled settled(Answer answer, int node) {
      long ended = answer instanceof Answer.No ? refused : nanoTime.getAsLong();
      return new Settled(answer, node, sent, ambiguous, began, ended);
    }
  }

  /** For {@code not}: any node will do. */
  public int anyNode() {
    return NOBODY;
  }

  /** One try through that node. */
  Answer once(Request request, int node) throws InterruptedException {
    long began = nanoTime.getAsLong();
    Answer answer = send(request, node);
    tries.told(new Try(request, node, answer, began, nanoTime.getAsLong()));
    return answer;
  }

  private Answer send(Request request, int node) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request.to(doors.uri(node), TRY_MAX), HttpResponse.BodyHandlers.ofString());
      return Answers.of(response);
    } catch (IOException failed) {
      Answer answer = Answers.of(failed);
      if (answer instanceof Answer.Ambiguous unknown
          && unknown.kind() == Answer.Ambiguous.Kind.NOT_CONNECTED) {
        doors.refused(node);
      }
      return answer;
    }
  }

  private Duration wait(int rounds) {
    long doubled = WAIT_FIRST.toMillis() << Math.min(rounds, DOUBLINGS_MAX);
    long millis = Math.min(doubled, WAIT_MAX.toMillis());
    return Duration.ofMillis(millis - doors.jitter(millis));
  }
}
