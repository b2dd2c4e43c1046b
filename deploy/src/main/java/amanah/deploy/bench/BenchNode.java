package amanah.deploy.bench;

import amanah.deploy.bench.baseline.JdbcTarget;
import amanah.deploy.bench.load.MeasuredCampaigns;
import amanah.zakat.application.ZakatQuestions;
import java.net.URI;

/** A whole node in this process, as the benchmark sees it. */
public interface BenchNode extends AutoCloseable {

  /** Its campaigns. */
  MeasuredCampaigns campaigns();

  /** The application's door to zakat. */
  ZakatQuestions zakat();

  /** Where it takes HTTP requests. */
  URI uri();

  /** The database with its journal; its user may create databases beside it. */
  JdbcTarget database();

  /** Stops it, its database last. */
  @Override
  void close();
}
