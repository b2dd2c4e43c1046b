package amanah.zakat.book;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.SignalHandler;
import amanah.zakat.domain.book.Book;
import amanah.zakat.domain.book.BookDecision;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookLimits;
import amanah.zakat.domain.book.BookSnapshot;
import amanah.zakat.journal.ZakatJournal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The authority on the fund, the positions of campaigns, prices and statistics: the only writer of
 * the calculator's journal. It decides by the rules of the domain, answers after the commit, and
 * hands up what is committed, so that nobody has to ask it for reads.
 *
 * <p>It must never have more than a few messages unanswered. While a write is in flight Akka keeps
 * further messages aside and afterwards unwinds those that write nothing on one stack: some five
 * hundred of them end the JVM. The calculator's desk holds that bound.
 *
 * <p>When the journal fails, or another calculator has written meanwhile, it fails as well; its
 * supervisor starts it again after a while, it reads the journal and knows the truth.
 */
public final class ZakatBook
    extends EventSourcedBehaviorWithEnforcedReplies<BookMessage, BookEvent, Book> {

  /** The name of the calculator's event stream; never to be changed. */
  public static final PersistenceId PERSISTENCE_ID = PersistenceId.of("zakat-calculator", "book");

  private final ActorContext<BookMessage> context;
  private final BookLimits limits;
  private final ActorRef<? super BookNotice> owner;
  private final BookSnapshots snapshots;
  private final InstantSource clock;
  private final SnapshotPolicy snapshotPolicy = new SnapshotPolicy();
  private boolean snapshotInFlight;

  private ZakatBook(
      ActorContext<BookMessage> context,
      BookLimits limits,
      ActorRef<? super BookNotice> owner,
      BookSnapshots snapshots,
      InstantSource clock) {
    super(PERSISTENCE_ID);
    this.context = context;
    this.limits = limits;
    this.owner = owner;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /**
   * The book.
   *
   * @param owner gets what is committed after recovery and after each commit
   * @param snapshots keeps what a later recovery starts from
   */
  public static Behavior<BookMessage> create(
      BookLimits limits,
      ActorRef<? super BookNotice> owner,
      BookSnapshots snapshots,
      InstantSource clock) {
    return Behaviors.setup(context -> new ZakatBook(context, limits, owner, snapshots, clock));
  }

  @Override
  public String journalPluginId() {
    return ZakatJournal.PLUGIN;
  }

  @Override
  public String snapshotPluginId() {
    return ZakatJournal.SNAPSHOT_PLUGIN;
  }

  @Override
  public Book emptyState() {
    return Book.empty(limits);
  }

  @Override
  public CommandHandlerWithReply<BookMessage, BookEvent, Book> commandHandler() {
    return this::onMessage;
  }

  private ReplyEffect<BookEvent, Book> onMessage(Book book, BookMessage message) {
    return switch (message) {
      case BookMessage.Execute execute -> onExecute(book, execute);
      case BookMessage.Locate locate -> onLocate(book, locate);
      case BookMessage.SnapshotSettled settled -> onSnapshotSettled(book, settled);
    };
  }

  private ReplyEffect<BookEvent, Book> onExecute(Book book, BookMessage.Execute execute) {
    BookDecision decision = book.decide(execute.command(), clock.instant());
    BookReply reply = new BookReply.Answered(execute.ticket(), decision.answer());
    return decision.events().isEmpty()
        ? Effect().reply(execute.replyTo(), reply)
        : Effect()
            .persist(decision.events())
            .thenRun(committed -> handUp(decision.events(), committed))
            .thenReply(execute.replyTo(), committed -> reply);
  }

  private ReplyEffect<BookEvent, Book> onLocate(Book book, BookMessage.Locate locate) {
    List<BookReply.Position> positions =
        locate.campaignIds().stream()
            .map(campaignId -> new BookReply.Position(campaignId, book.position(campaignId)))
            .toList();
    return Effect().reply(locate.replyTo(), new BookReply.Located(locate.ticket(), positions));
  }

  /** A book that does not agree with its journal must not go on. */
  private void checkSequence(Book book) {
    if (book.sequence() != lastSequenceNumber(context)) {
      throw new IllegalStateException(
          "the book counts %d events, its journal %d"
              .formatted(book.sequence(), lastSequenceNumber(context)));
    }
  }

  private void handUp(List<BookEvent> events, Book committed) {
    checkSequence(committed);
    owner.tell(new BookNotice.Committed(events, committed.fund(), committed.prices()));
    keepSnapshotIfDue(committed);
  }

  private void keepSnapshotIfDue(Book committed) {
    if (!snapshotInFlight && snapshotPolicy.isDue(committed.size())) {
      snapshotInFlight = true;
      snapshotPolicy.taken();
      context.pipeToSelf(
          snapshots.keep(PERSISTENCE_ID.id(), committed.snapshot()),
          (kept, failure) -> new BookMessage.SnapshotSettled(Optional.ofNullable(failure)));
    }
  }

  private ReplyEffect<BookEvent, Book> onSnapshotSettled(
      Book book, BookMessage.SnapshotSettled settled) {
    snapshotInFlight = false;
    settled.failure().ifPresent(failure -> onSnapshotFailed(book, failure));
    return Effect().noReply();
  }

  private void onSnapshotFailed(Book book, Throwable failure) {
    snapshotPolicy.failed(book.size());
    context
        .getLog()
        .warn(
            "the snapshot of the zakat book was not kept, its recovery takes longer: {}",
            failure.getMessage());
  }

  @Override
  public EventHandler<Book, BookEvent> eventHandler() {
    return this::onEvent;
  }

  private Book onEvent(Book book, BookEvent event) {
    snapshotPolicy.journaled(event);
    return book.evolve(event);
  }

  @Override
  public SnapshotAdapter<Book> snapshotAdapter() {
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Book book) {
        return book.snapshot();
      }

      @Override
      public Book fromJournal(Object snapshot) {
        return Book.restore(limits, (BookSnapshot) snapshot);
      }
    };
  }

  @Override
  public SignalHandler<Book> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .build();
  }

  private void onRecovered(Book book) {
    checkSequence(book);
    owner.tell(new BookNotice.Recovered(book.fund(), book.prices(), book.tallies()));
  }
}
