package amanah.deploy.faults.load;

import amanah.deploy.faults.cluster.Pause;
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
 * earlier try can still be under way.
 */
public final class Caller {

  static final Duration TRY_MAX = Duration.ofSeconds(2);
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration WAIT_FIRST = Duration.ofMillis(50);
  static final Duration WAIT_MAX = Duration.ofSeconds(2);
  private static final int DOUBLINGS_MAX = 10;

  /**
   * How long a try that was given up may still be under way in a node: twice its ask-timeout. Until
   * then a refusal of a later try says nothing of the earlier one.
   */
  static final Duration OPEN_MAX = Duration.ofSeconds(10);

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
    /** This came of one. */
    void ended(Answer answer);
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
    long began = nanoTime.getAsLong();
    int node = first;
    int sent = 0;
    int ambiguous = 0;
    Answer answer = new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, "no room");
    int rounds = 0;
    long openUntil = began;
    long refused = 0;
    while (nanoTime.getAsLong() - began < PATIENCE.toNanos()) {
      Semaphore room = (sent < FIRST_TRIES ? firstTries : repeats).get(node);
      if (room.tryAcquire()) {
        try {
          answer = once(request, node);
        } finally {
          room.release();
        }
        sent++;
        tries.ended(answer);
        long now = nanoTime.getAsLong();
        switch (answer) {
          case Answer.Yes yes -> {
            return settled(answer, node, sent, ambiguous, began, refused);
          }
          case Answer.Unclassified defect -> {
            return settled(answer, node, sent, ambiguous, began, refused);
          }
          case Answer.No no -> {
            refused = refused == 0 ? now : refused;
            if (now >= openUntil) {
              return settled(answer, node, sent, ambiguous, began, refused);
            }
          }
          case Answer.Ambiguous unknown -> {
            if (unknown.perhapsDone()) {
              ambiguous++;
              openUntil = now + OPEN_MAX.toNanos();
            }
          }
        }
      }
      pause.await(wait(rounds));
      node = doors.choose(node);
      rounds++;
    }
    return settled(answer, node, sent, ambiguous, began, refused);
  }

  private Settled settled(
      Answer answer, int node, int sent, int ambiguous, long began, long refused) {
    long ended = refused == 0 ? nanoTime.getAsLong() : refused;
    return new Settled(answer, node, sent, ambiguous, began, ended);
  }

  /** For {@code not}: any node will do. */
  public int anyNode() {
    return NOBODY;
  }

  /** One try through that node, which nobody is told of. */
  Answer once(Request request, int node) throws InterruptedException {
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
