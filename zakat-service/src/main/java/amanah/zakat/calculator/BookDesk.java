package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.cluster.Asking;
import amanah.cluster.Quorum;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The desk in front of the book: lets few messages in at a time, keeps a bounded number of others
 * waiting in order, and refuses the rest. Not thread-safe; the calculator owns it.
 */
final class BookDesk {

  private static final String AWAY =
      "the calculator's journal is away, expected a retry with the same id";

  private final int inFlightMax;
  private final int waitingMax;
  private final InstantSource clock;
  private final Quorum quorum;
  private final Map<Long, Asker> inFlight = new LinkedHashMap<>();
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private @Nullable ActorRef<BookMessage> book;
  private boolean bookFailed;
  private boolean bookReads = true;
  private long lastTicket;

  /** Who has the book asked; is told exactly one of these, once. */
  interface Asker {

    /** It is so. */
    void answered(BookReply reply);

    /** Not now, or, for {@link RefusalCode#TIMEOUT}, nobody knows. */
    void refused(RefusalCode code, String detail);
  }

  /** A message for the book, made once it has its ticket. */
  private record Errand(LongFunction<BookMessage> message, Instant askedUntil, Asker asker) {}

  BookDesk(int inFlightMax, int waitingMax, InstantSource clock, Quorum quorum) {
    this.inFlightMax = inFlightMax;
    this.waitingMax = waitingMax;
    this.clock = clock;
    this.quorum = quorum;
  }

  /** Sends a message when its turn has come, unless whoever asks has given up by then. */
  void take(LongFunction<BookMessage> message, Instant askedUntil, Asker asker) {
    if (bookFailed) {
      asker.refused(RefusalCode.UNAVAILABLE, AWAY);
    } else if (waiting.size() >= waitingMax) {
      asker.refused(
          RefusalCode.OVERLOADED,
          waiting.size() + " changes are waiting, expected fewer than " + waitingMax);
    } else {
      waiting.add(new Errand(message, askedUntil, asker));
      sendNext();
    }
  }

  /** The book has answered; passes the answer on and lets the next one in. */
  void answered(BookReply reply) {
    Asker asker = inFlight.remove(reply.ticket());
    if (asker != null) {
      tell(asker, reply);
    }
    sendNext();
  }

  /** Without a majority a successor may be at work: neither yes nor no is certain. */
  private void tell(Asker asker, BookReply reply) {
    if (quorum.held()) {
      asker.answered(reply);
    } else {
      asker.refused(RefusalCode.TIMEOUT, Quorum.LOST);
    }
  }

  /** Whether nobody is at the desk. */
  boolean isIdle() {
    return inFlight.isEmpty() && waiting.isEmpty();
  }

  /** Whether the book has failed and is not back yet. */
  boolean isClosed() {
    return bookFailed;
  }

  void bookUp(ActorRef<BookMessage> ref) {
    book = ref;
    bookFailed = false;
    sendNext();
  }

  /** The book has read its journal: what is sent before that would lie there past its time. */
  void bookRecovered() {
    bookReads = false;
    sendNext();
  }

  /** The book is gone: what it had is unknown, what waits was not recorded. */
  void bookDown() {
    book = null;
    bookFailed = true;
    bookReads = true;
    List<Asker> unknown = List.copyOf(inFlight.values());
    List<Errand> untried = new ArrayList<>(waiting);
    inFlight.clear();
    waiting.clear();
    unknown.forEach(
        asker ->
            asker.refused(
                RefusalCode.TIMEOUT,
                "the journal failed while it wrote, expected a retry with the same id"));
    untried.forEach(errand -> errand.asker().refused(RefusalCode.UNAVAILABLE, AWAY));
  }

  private void sendNext() {
    while (book != null && !bookReads && inFlight.size() < inFlightMax && !waiting.isEmpty()) {
      Errand errand = waiting.remove();
      if (clock.instant().isAfter(errand.askedUntil())) {
        errand.asker().refused(RefusalCode.TIMEOUT, Asking.LATE);
        continue;
      }
      if (!quorum.held()) {
        errand.asker().refused(RefusalCode.UNAVAILABLE, Quorum.LOST);
        continue;
      }
      lastTicket++;
      inFlight.put(lastTicket, errand.asker());
      book.tell(errand.message().apply(lastTicket));
    }
  }
}
