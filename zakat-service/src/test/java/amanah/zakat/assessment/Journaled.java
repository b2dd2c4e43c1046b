package amanah.zakat.assessment;

import amanah.zakat.journal.ZakatJournal;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;

/** The settings of an actor system that keeps assessments in a database of the test's. */
final class Journaled {

  private Journaled() {}

  /** Brings the schema up to date, and says where it is. */
  static Config in(String url, String user, String password) {
    ZakatJournal.SCHEMA.migrate(url, user, password);
    return ConfigFactory.load(
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", url,
                "amanah.journal.user", user,
                "amanah.journal.password", password,
                "akka.loglevel", "WARNING")));
  }
}
