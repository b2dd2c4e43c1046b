package amanah.deploy.faults.kind;

import java.time.Duration;
import java.util.Optional;

/**
 * What was seen of one fault.
 *
 * @param ends how often nodes ended that nobody had asked to end in order
 * @param endedAfter from the beginning of the fault until the last struck node had ended unasked;
 *     zero when none has
 * @param moved whether a shard of a struck node was afterwards seen on another
 * @param ambiguous tries that left open whether something was done
 * @param resolved donations that such a try had recorded, as a later try said
 * @param commitsStruck commits that a proxy struck
 * @param failed donations without a definite answer in all of their caller's time
 * @param struckAway the longest time of a donation to a struck campaign
 * @param othersAway the longest time of a donation to any other
 * @param backAfter from the end of the fault until every campaign was served and all nodes were up
 * @param healed whether that happened at all
 * @param calculationAway the longest time in which a calculation had no answer; empty when none was
 *     asked for
 * @param calm the times of donations in the calm before
 * @param others the same of donations to campaigns that were not struck, during the fault
 */
public record Seen(
    int ends,
    Duration endedAfter,
    boolean moved,
    long ambiguous,
    long resolved,
    int commitsStruck,
    long failed,
    Duration struckAway,
    Duration othersAway,
    Duration backAfter,
    boolean healed,
    Optional<Duration> calculationAway,
    Waits calm,
    Waits others) {}
