package amanah.deploy.faults.report;

import amanah.deploy.faults.kind.Blow;
import amanah.deploy.faults.kind.Seen;
import java.util.List;

/**
 * One fault that was done.
 *
 * @param blow what was planned
 * @param target whom it struck, for people
 * @param detail what it drew beyond that, for people, or empty
 * @param beganSecond since the load began
 * @param healedSecond when all was well again
 * @param acknowledged donations in that time
 * @param seen what was seen of it
 * @param struckMillis for each struck campaign the longest time of a donation
 * @param othersMillis for each other campaign likewise
 * @param broken what it should not have cost or should have shown, as sentences
 */
public record FaultRecord(
    Blow blow,
    String target,
    String detail,
    double beganSecond,
    double healedSecond,
    long acknowledged,
    Seen seen,
    List<Double> struckMillis,
    List<Double> othersMillis,
    List<String> broken) {}
