package amanah.node;

import akka.actor.typed.ActorSystem;
import amanah.cluster.Quorum;
import amanah.journal.JournalSettings;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a service finds on its node.
 *
 * @param system the node's actors; it is a member of its cluster
 * @param journal where the journal is, whose schema is up to date
 * @param clock the time, which is the journal's
 * @param quorum whether the node may tell what it knows
 * @param random chance, for any number of actors
 * @param ids names for what nobody named
 */
public record NodeContext(
    ActorSystem<?> system,
    JournalSettings journal,
    InstantSource clock,
    Quorum quorum,
    RandomGenerator random,
    Supplier<String> ids) {}
