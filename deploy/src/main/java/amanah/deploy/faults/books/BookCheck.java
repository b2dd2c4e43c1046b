package amanah.deploy.faults.books;

import amanah.deploy.faults.books.Finding.Kind;
import amanah.deploy.faults.history.CampaignStates;
import amanah.deploy.faults.history.HistoryBook;
import amanah.deploy.faults.history.HistoryCheck;
import amanah.deploy.faults.history.Names;
import amanah.deploy.faults.history.StreamLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the second book against the journal, one campaign at a time. */
public final class BookCheck {

  private final SecondBook book;
  private final PlannedDonations planned;
  private final Names names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, JournalTotals> totals = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable CampaignFold fold;
  private CampaignStates states;

  /** A check of this book, which nobody writes any more. */
  public BookCheck(SecondBook book) {
    this.book = book;
    this.planned = book.planned();
    this.names = new PlannedNames(planned);
    this.states = new CampaignStates("none", names);
    for (int index = 0; index < planned.campaigns().size(); index++) {
      indexes.put(planned.campaigns().get(index), index);
    }
  }

  /** The next event; those of one campaign come one after another, in their order. */
  public void accept(JournalEvent row) {
    if (fold == null || !fold.campaignId().equals(row.campaignId())) {
      campaignEnded();
      fold = new CampaignFold(row.campaignId(), planned, findings);
      states = new CampaignStates(row.campaignId(), names);
    }
    fold.add(row);
    states.add(row.event());
  }

  /** The journal has ended; what is wrong. */
  public List<Finding> findings() {
    campaignEnded();
    fold = null;
    for (String campaign : planned.campaigns()) {
      if (!totals.containsKey(campaign)) {
        states = new CampaignStates(campaign, names);
        check(new CampaignFold(campaign, planned, findings));
      }
    }
    return List.copyOf(findings);
  }

  /** What each campaign's events add up to, once the journal has ended. */
  public Map<String, JournalTotals> totals() {
    return Map.copyOf(totals);
  }

  private void campaignEnded() {
    if (fold != null) {
      check(fold);
    }
  }

  private void check(CampaignFold journal) {
    Integer index = indexes.get(journal.campaignId());
    totals.put(journal.campaignId(), journal.totals());
    if (index == null) {
      return;
    }
    Map<Long, Integer> faultOfDoubled = new HashMap<>();
    for (int entry = 0; entry < book.count(index); entry++) {
      Acknowledgement told = book.get(index, entry);
      acknowledged(journal, told);
      if (journal.doubled().containsKey(told.number())) {
        faultOfDoubled.put(told.number(), told.fault());
      }
    }
    journal
        .doubled()
        .forEach(
            (number, sentence) ->
                note(
                    Kind.DOUBLED,
                    faultOfDoubled.getOrDefault(number, -1),
                    journal,
                    number,
                    sentence));
    book.refused(index).forEach((number, ambiguous) -> refused(journal, number, ambiguous));
    book.refunds(index).forEach((number, minor) -> refunded(journal, number, minor));
    journal
        .donations()
        .forEach(
            (number, found) -> {
              if (planned.campaign(number) != index) {
                note(Kind.STRANGE, -1, journal, number, "is another campaign's");
              }
            });
    closed(journal, index);
    history(index);
  }

  /** Whether one order of all that was asked explains all that was answered. */
  private void history(int index) {
    HistoryBook history = book.history();
    HistoryCheck.of(states, history.operations(index), history.originNanos()).stream()
        .map(Finding::of)
        .forEach(findings::add);
    for (StreamLog log : book.listeners(index)) {
      log.difference(states)
          .ifPresent(
              wrong ->
                  findings.add(
                      new Finding(
                          Kind.STREAM,
                          -1,
                          "a listener to campaign " + states.campaignId() + " " + wrong)));
    }
  }

  private void acknowledged(CampaignFold journal, Acknowledgement told) {
    CampaignFold.Entry found = journal.donations().get(told.number());
    if (found == null) {
      note(
          Kind.LOST,
          told.fault(),
          journal,
          told.number(),
          "was acknowledged at event " + told.sequence() + " and is not in the journal");
    } else if (found.sequence() != told.sequence()
        || found.amountMinor() != told.amountMinor()
        || found.amountMinor() != planned.amountMinor(told.number())) {
      note(
          Kind.ALTERED,
          told.fault(),
          journal,
          told.number(),
          "was acknowledged as %d cents at event %d, sent as %d cents, and is %s"
              .formatted(
                  told.amountMinor(), told.sequence(), planned.amountMinor(told.number()), found));
    }
  }

  private void refused(CampaignFold journal, long number, int ambiguous) {
    CampaignFold.Entry found = journal.donations().get(number);
    if (found != null) {
      note(
          Kind.REFUSED_BUT_RECORDED,
          -1,
          journal,
          number,
          "was refused after " + ambiguous + " tries without an answer, and is " + found);
    }
  }

  private void refunded(CampaignFold journal, long number, long minor) {
    long found = journal.refunds().getOrDefault(number, 0L);
    if (found != minor) {
      note(
          Kind.REFUND,
          -1,
          journal,
          number,
          "was refunded by " + minor + " cents, in the journal by " + found);
    }
  }

  private void closed(CampaignFold journal, int index) {
    Optional<Long> closedAt = book.closedAt(index);
    if (closedAt.isPresent() && !journal.totals().closed()) {
      findings.add(
          new Finding(
              Kind.LOST,
              -1,
              "campaign "
                  + journal.campaignId()
                  + " was closed at event "
                  + closedAt.get()
                  + " and is open in the journal"));
    }
    if (!book.isClosing(index) && journal.totals().closed()) {
      findings.add(
          new Finding(
              Kind.CLOSED_EARLY,
              -1,
              "campaign " + journal.campaignId() + " is closed, and nobody closed it"));
    }
  }

  private void note(Kind kind, int fault, CampaignFold journal, long number, String sentence) {
    findings.add(
        new Finding(
            kind,
            fault,
            "donation "
                + planned.donationId(number)
                + " of campaign "
                + journal.campaignId()
                + " "
                + sentence));
  }
}
