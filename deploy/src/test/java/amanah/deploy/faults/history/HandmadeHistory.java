package amanah.deploy.faults.history;

import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.GoalPolicy;
import amanah.deploy.faults.history.ModelCampaign.Wish;
import amanah.deploy.faults.history.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A campaign that was opened (event 1), given gift-0 (2) and gift-1 (3), paused (4), resumed (5)
 * and gave 40 of gift-0 back (6), the events being written at 10, 20, 30 and so on; and callers at
 * all times.
 */
@SuppressWarnings("EnumOrdinal") // numbers as the tool itself has them
abstract class HandmadeHistory {

  static final long NEVER = Long.MAX_VALUE / 2;
  static final int PAUSED = CampaignStatus.PAUSED.ordinal();

  final List<Operation> operations = new ArrayList<>();
  final List<Answered> readings = new ArrayList<>();
  final ModelCampaign campaign = new ModelCampaign(GoalPolicy.SOFT);

  HandmadeHistory() {
    readings.add(Answered.only(Told.CAMPAIGN_NOT_FOUND));
    read();
    write(new Wish(HistoryCall.DONATE, 0, 0, 100, ""));
    write(new Wish(HistoryCall.DONATE, 0, 1, 140, ""));
    write(new Wish(HistoryCall.CHANGE_STATUS, 1, 0, 0, "PAUSED"));
    write(new Wish(HistoryCall.CHANGE_STATUS, 2, 0, 0, "ACTIVE"));
    write(new Wish(HistoryCall.REFUND, 0, 0, 40, ""));
  }

  List<Kind> violations() {
    return found().stream().map(Violation::kind).toList();
  }

  List<Violation> found() {
    CampaignStates states = new CampaignStates("model", new NumberedNames());
    campaign.events().forEach(states::add);
    return HistoryCheck.of(states, operations, 0);
  }

  void write(Wish wish) {
    long moment = 10L * readings.size();
    Answered answer = campaign.answer(wish);
    add(ModelCampaign.asked(wish), moment - 4, moment + 1, answer);
    read();
  }

  void read() {
    readings.add(campaign.answer(new Wish(HistoryCall.READ, 0, 0, 0, "")));
  }

  void read(long invoked, long completed, int sequence) {
    add(
        new Asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN),
        invoked,
        completed,
        readings.get(sequence));
  }

  void donate(int donation, long invoked, long completed, Told told) {
    add(HistoryCall.DONATE, donation, donation, 100, invoked, completed, Answered.only(told));
  }

  void refund(int donation, String id, long invoked, long completed, Told told) {
    add(
        HistoryCall.REFUND,
        Names.refund(id),
        donation,
        90,
        invoked,
        completed,
        Answered.only(told));
  }

  void add(
      HistoryCall call,
      long name,
      long donation,
      long wanted,
      long invoked,
      long completed,
      Answered answered) {
    add(new Asked(call, name, donation, wanted), invoked, completed, answered);
  }

  void add(Asked asked, long invoked, long completed, Answered answered) {
    operations.add(new Operation(new Span(1, -1, invoked, completed), asked, answered));
  }

  static Answered unknown() {
    return Answered.only(Told.UNKNOWN);
  }

  static Answered gift(long sequence, long amount, long refunded) {
    return new Answered(Told.YES, sequence, amount, refunded, State.NOTHING);
  }

  static Answered donated(Told told, long sequence, long amount, long raised, long donations) {
    return new Answered(told, sequence, amount, State.UNSEEN, State.progress(raised, donations));
  }
}
