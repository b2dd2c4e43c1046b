package amanah.deploy.faults.history;

import amanah.campaign.domain.GoalPolicy;
import amanah.deploy.faults.history.ModelCampaign.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A history that is legal by its making: each call is done in one moment by a campaign on its own,
 * called some time before and answered some time after.
 */
final class HistoryByChance {

  private static final int BETWEEN = 10;
  private static final int LONGEST = 45;
  private static final int UNKNOWN_EACH = 8;
  private static final long NEVER = Long.MAX_VALUE / 2;
  private static final List<HistoryCall> CALLS =
      List.of(
          HistoryCall.READ,
          HistoryCall.READ,
          HistoryCall.READ_DONATION,
          HistoryCall.DONATE,
          HistoryCall.DONATE,
          HistoryCall.DONATE,
          HistoryCall.REFUND,
          HistoryCall.CHANGE_STATUS,
          HistoryCall.AMEND);

  private final SplittableRandom chance;
  private final GoalPolicy policy;
  private final ModelCampaign campaign;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final int donations;

  HistoryByChance(long seed, int length) {
    chance = new SplittableRandom(seed);
    donations = Math.max(2, length / 4);
    policy = chance.nextBoolean() ? GoalPolicy.HARD : GoalPolicy.SOFT;
    campaign = new ModelCampaign(policy);
    for (int at = 1; at <= length; at++) {
      add(at, 1_000L + (long) at * BETWEEN);
    }
  }

  GoalPolicy policy() {
    return policy;
  }

  List<Wish> wishes() {
    return wishes;
  }

  List<Operation> operations() {
    return operations;
  }

  ModelCampaign campaign() {
    return campaign;
  }

  private void add(int number, long moment) {
    Wish wish = wish(number);
    boolean silent = chance.nextInt(UNKNOWN_EACH) == 0;
    boolean done = !silent || chance.nextBoolean();
    Answered answer = done ? campaign.answer(wish) : Answered.only(Told.UNKNOWN);
    long completed = moment + chance.nextInt(LONGEST);
    wishes.add(wish);
    operations.add(
        new Operation(
            new Span(
                chance.nextInt(3),
                -1,
                moment - chance.nextInt(LONGEST),
                silent ? NEVER : completed),
            ModelCampaign.asked(wish),
            silent ? Answered.only(Told.UNKNOWN) : answer));
  }

  private Wish wish(int number) {
    HistoryCall call = CALLS.get(chance.nextInt(CALLS.size()));
    int donation = chance.nextInt(donations);
    return switch (call) {
      case READ, READ_DONATION -> new Wish(call, 0, donation, 0, "");
      case DONATE ->
          new Wish(call, 0, donation, 100 + donation + (chance.nextInt(6) == 0 ? 1 : 0), "");
      case REFUND ->
          new Wish(call, chance.nextInt(donations), donation, 40L + 50L * chance.nextInt(2), "");
      case CHANGE_STATUS -> new Wish(call, number, 0, 0, status());
      case AMEND ->
          chance.nextBoolean()
              ? new Wish(call, number, 0, 0, "title " + number)
              : new Wish(call, number, 0, 1_000L + number, "");
      case OPEN -> throw new IllegalArgumentException("it is open");
    };
  }

  /** Mostly active, rarely at its end. */
  private String status() {
    return switch (chance.nextInt(8)) {
      case 0, 1, 2 -> "PAUSED";
      case 3 -> chance.nextInt(4) == 0 ? "COMPLETED" : "DRAFT";
      default -> "ACTIVE";
    };
  }
}
