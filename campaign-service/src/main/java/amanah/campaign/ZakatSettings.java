package amanah.campaign;

import amanah.campaign.zakat.ReporterLimits;
import amanah.campaign.zakat.SweepTimes;
import amanah.supervision.Backoff;
import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How campaigns have their zakat counted.
 *
 * @param reporters how patient each campaign is with the calculator
 * @param sweep how often is looked for zakat that nobody reports
 */
public record ZakatSettings(ReporterLimits reporters, SweepTimes sweep) {

  /** Reads {@code amanah.campaign.zakat}. */
  static ZakatSettings of(Config zakat) {
    Duration answerMax = zakat.getDuration("answer-max");
    Config retry = zakat.getConfig("retry");
    return new ZakatSettings(
        new ReporterLimits(
            answerMax,
            Backoff.of(
                retry.getDuration("delay-min"),
                retry.getDuration("delay-max"),
                retry.getDouble("jitter"))),
        new SweepTimes(
            zakat.getDuration("sweep-interval"),
            zakat.getDuration("sweep-again-interval"),
            answerMax));
  }
}
