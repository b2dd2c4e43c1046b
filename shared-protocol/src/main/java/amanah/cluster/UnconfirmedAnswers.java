package amanah.cluster;

import akka.actor.typed.ActorRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers that wait until a majority, asked after they were given, has counted this node in. Any
 * thread may add one; the rest belongs to the watch.
 */
final class UnconfirmedAnswers {

  /** So many may wait for a question to be put, and about as many for its answer. */
  static final int WAITING_MAX = 20_000;

  private final BlockingQueue<Unconfirmed<?>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final Deque<Round> rounds = new ArrayDeque<>();
  private int asked;
  private volatile boolean closed;

  /** An answer, and what is told in its place when no majority does. */
  private record Unconfirmed<T>(ActorRef<? super T> to, T answer, T withheld) {

    void settle(boolean counted) {
      to.tell(counted ? answer : withheld);
    }
  }

  /** Those that one question is put for. */
  private record Round(long number, List<Unconfirmed<?>> answers) {}

  /**
   * Adds one, or withholds it when too many wait.
   *
   * @return whether the watch has to be told, since it does not know that any waits
   */
  <T> boolean add(ActorRef<? super T> to, T answer, T withheld) {
    if (!waiting.offer(new Unconfirmed<>(to, answer, withheld))) {
      to.tell(withheld);
      return false;
    }
    if (closed) {
      withholdWaiting();
      return false;
    }
    return wanted.compareAndSet(false, true);
  }

  /** Whether there are some for which no question was put. */
  boolean areWaiting() {
    return !waiting.isEmpty();
  }

  /** All that wait belong to the question that is put now. */
  void askedIn(long round) {
    wanted.set(false);
    List<Unconfirmed<?>> answers = new ArrayList<>();
    asked += waiting.drainTo(answers, WAITING_MAX - asked);
    if (!answers.isEmpty()) {
      rounds.add(new Round(round, answers));
    }
  }

  /**
   * Tells what waits for that question or an earlier one.
   *
   * @param counted whether a majority has answered it, rather than that nobody will
   */
  void settleUpTo(long round, boolean counted) {
    while (!rounds.isEmpty() && rounds.element().number() <= round) {
      List<Unconfirmed<?>> answers = rounds.remove().answers();
      asked -= answers.size();
      answers.forEach(each -> each.settle(counted));
    }
  }

  /** Nobody asks any more: all that wait are withheld, and all that come. */
  void close() {
    settleUpTo(Long.MAX_VALUE, false);
    closed = true;
    withholdWaiting();
  }

  private void withholdWaiting() {
    for (Unconfirmed<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.settle(false);
    }
  }
}
