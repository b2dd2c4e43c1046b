package amanah.deploy.load;

import amanah.deploy.client.Time;
import amanah.deploy.faults.LiveLine;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.report.LoadMeter;
import amanah.deploy.load.report.LoadReport;
import java.net.URI;
import java.util.List;

/** One load from its campaigns' opening to the check of its books. */
final class LoadRun {

  private static final String PREFIX = "l";
  private static final double MILLIS = 1000.0;

  private final LoadSettings settings;
  private final List<URI> nodes;
  private final LiveLine line;
  private final Time time;

  LoadRun(LoadSettings settings, List<URI> nodes, LiveLine line, Time time) {
    this.settings = settings;
    this.nodes = List.copyOf(nodes);
    this.line = line;
    this.time = time;
  }

  /**
   * Does all of it.
   *
   * @param run is in the campaigns' ids, so that they are this load's own
   */
  LoadReport run(String run) throws InterruptedException {
    try (LoadedCampaigns campaigns =
        new LoadedCampaigns(nodes, "load-" + run + "-", settings.campaigns(), time)) {
      line.say("opening campaigns: " + settings.campaigns());
      campaigns.open();
      NumberedDonations donations = new NumberedDonations(PREFIX, campaigns.ids(), settings.seed());
      DonationBooks books = new DonationBooks(settings.campaigns());
      line.say(settings.title());
      LoadMeter meter =
          new LoadMeter(LoadWindow.after(time.nanoTime(), settings.warmup(), settings.measured()));
      String broken = load(donations, books, meter);
      line.say("holding the campaigns against what was acknowledged");
      return new LoadReport(
          settings.title(),
          settings.door().label(),
          settings.seed(),
          meter.totals(),
          meter.seconds(),
          settings.warmup().toMillis() / MILLIS,
          broken,
          campaigns.check(books));
    }
  }

  /** Returns what ended it before its time, or nothing; what was acknowledged counts anyway. */
  private String load(NumberedDonations donations, DonationBooks books, LoadMeter meter)
      throws InterruptedException {
    Thread drawing = Thread.ofVirtual().start(() -> line.draw(new LoadLine(meter, time::nanoTime)));
    try {
      settings
          .door()
          .load(nodes, settings.connections(), time)
          .run(donations, books, settings.pace(), meter);
      return "";
    } catch (LoadFailure broken) {
      return String.valueOf(broken.getMessage());
    } finally {
      drawing.interrupt();
    }
  }
}
