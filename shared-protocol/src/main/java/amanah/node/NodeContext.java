package amanah.node;

import akka.actor.typed.ActorSystem;
import amanah.cluster.Quorum;
import amanah.journal.JournalSettings;
import amanah.time.Timekeeper;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a service finds on its node.
 *
 * @param system the node's actors; it is a member of its cluster
 * @param journal where the journal is, whose schema is up to date
 * @param clock the journal's time as it is, the same on all nodes: for how long somebody waits
 * @param time the journal's time for what is written down and decided, with whether it is trusted
 * @param quorum whether the node may tell what it knows
 * @param random chance, for any number of actors
 * @param ids names for what nobody named
 */
public record NodeContext(
    ActorSystem<?> system,
    JournalSettings journal,
    InstantSource clock,
    Timekeeper time,
    Quorum quorum,
    RandomGenerator random,
    Supplier<String> ids) {}
