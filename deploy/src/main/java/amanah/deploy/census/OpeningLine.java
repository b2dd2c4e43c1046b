package amanah.deploy.census;

import java.util.Locale;
import java.util.function.Supplier;

/** How far the opening is, and how many were opened since it last asked. */
final class OpeningLine implements Supplier<String> {

  private final Opening opening;
  private final int campaigns;
  private int before;

  OpeningLine(Opening opening, int campaigns) {
    this.opening = opening;
    this.campaigns = campaigns;
  }

  @Override
  public String get() {
    int now = opening.opened();
    int perSecond = now - before;
    before = now;
    return String.format(Locale.ROOT, "opened %,d of %,d  %,d/s", now, campaigns, perSecond);
  }
}
