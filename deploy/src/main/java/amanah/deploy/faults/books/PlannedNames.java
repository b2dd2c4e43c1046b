package amanah.deploy.faults.books;

import amanah.deploy.faults.history.Digest;
import amanah.deploy.faults.history.Names;

/** Donations that are planned by their numbers, all others by what their ids come to. */
public final class PlannedNames implements Names {

  private final PlannedDonations planned;

  /** The names of these and of others. */
  public PlannedNames(PlannedDonations planned) {
    this.planned = planned;
  }

  @Override
  public long donation(String id) {
    return planned.number(id).orElseGet(() -> Digest.of(id));
  }

  @Override
  public String donationOf(long name) {
    return name < 0 ? "that nobody planned, " + Long.toHexString(name) : planned.donationId(name);
  }
}
