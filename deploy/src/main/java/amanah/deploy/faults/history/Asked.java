package amanah.deploy.faults.history;

/**
 * What was asked.
 *
 * @param name under which it is done at most once, see {@link Names}
 * @param donation the name of the donation that it is about, {@link State#UNSEEN} for none
 * @param wanted the amount in cents, or the ordinal of the status that is to be reached
 */
public record Asked(HistoryCall call, long name, long donation, long wanted) {}
