package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import amanah.campaign.journal.ZakatJournal;
import amanah.protocol.zakat.ZakatReporting;
import java.util.random.RandomGenerator;

/**
 * What a reporter is given from outside.
 *
 * @param calculator where zakat is counted, wherever that is at the moment
 * @param journal where a reporter reads what it has missed
 * @param random so that many reporters do not ask again in the same instant
 */
public record ReporterEnvironment(
    ActorRef<ZakatReporting> calculator,
    ZakatJournal journal,
    ReporterLimits limits,
    RandomGenerator random) {}
