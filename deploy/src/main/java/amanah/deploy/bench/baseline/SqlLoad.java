package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFigures;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** One transaction a donation, by many clients at a time. */
public interface SqlLoad {

  /** What runs the transactions, for the report. */
  String name();

  /** Loads {@code target}, which has the baseline's tables. */
  LoadFigures run(JdbcTarget target, Spread spread, Duration warmup, Duration measured)
      throws IOException, SQLException, InterruptedException;

  /** Where the donations go. */
  enum Spread {
    /** All to one campaign. */
    HOT(Script.HOT, 1),
    /** To 1,000 campaigns by chance. */
    SPREAD(Script.SPREAD, 1_000);

    private final Script script;
    private final int campaigns;

    Spread(Script script, int campaigns) {
      this.script = script;
      this.campaigns = campaigns;
    }

    Script script() {
      return script;
    }

    int campaigns() {
      return campaigns;
    }
  }
}
