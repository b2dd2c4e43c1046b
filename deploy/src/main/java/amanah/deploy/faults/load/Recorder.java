package amanah.deploy.faults.load;

import amanah.deploy.faults.books.PlannedNames;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.history.Asked;
import amanah.deploy.faults.history.Operation;
import amanah.deploy.faults.history.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the tries of all callers, and writes each into the history of its campaign. */
final class Recorder implements Caller.Tries {

  private final SecondBook book;
  private final Meter meter;
  private final HistoryWords words;
  private final Map<String, Integer> campaigns = new HashMap<>();

  Recorder(SecondBook book, Meter meter) {
    this.book = book;
    this.meter = meter;
    this.words = new HistoryWords(new PlannedNames(book.planned()));
    for (int index = 0; index < book.planned().campaigns().size(); index++) {
      campaigns.put(book.planned().campaigns().get(index), index);
    }
    book.history().beginsAt(meter.beganNanos());
  }

  @Override
  public void ended(Answer answer) {
    meter.tried(answer);
  }

  @Override
  public void told(Try ended) {
    boolean sent =
        !(ended.answer() instanceof Answer.Ambiguous unknown)
            || unknown.kind() != Answer.Ambiguous.Kind.NOT_CONNECTED;
    Optional<HistoryWords.Question> question =
        sent ? words.question(ended.request()) : Optional.empty();
    question.ifPresent(
        asked -> {
          Span span =
              new Span(ended.node(), meter.faultOrdinal(), ended.beganNanos(), ended.endedNanos());
          note(
              asked,
              new Operation(
                  span, asked.asked(), words.answered(asked.asked().call(), ended.answer())));
        });
  }

  @Override
  public void settled(Request request, Settled settled) {
    words
        .question(request)
        .filter(question -> settled.answer() instanceof Answer.No && mayBeRefused(question.asked()))
        .ifPresent(
            question ->
                note(
                    question,
                    new Operation(
                        new Span(
                            settled.node(),
                            meter.faultOrdinal(),
                            settled.beganNanos(),
                            settled.endedNanos()),
                        question.asked(),
                        HistoryWords.refused())));
  }

  /** Refused donations are in the book. */
  private static boolean mayBeRefused(Asked asked) {
    return switch (asked.call()) {
      case REFUND, CHANGE_STATUS, AMEND -> true;
      case OPEN, DONATE, READ, READ_DONATION -> false;
    };
  }

  private void note(HistoryWords.Question question, Operation operation) {
    Integer campaign = campaigns.get(question.campaignId());
    if (campaign != null) {
      book.history().add(campaign, operation);
    }
  }
}
