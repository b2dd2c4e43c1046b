package amanah.deploy.faults.history;

/** Donations are called gift-0, gift-1 and so on. */
final class NumberedNames implements Names {

  private static final String PREFIX = "gift-";

  @Override
  public long donation(String id) {
    return Long.parseLong(id.substring(PREFIX.length()));
  }

  @Override
  public String donationOf(long name) {
    return PREFIX + name;
  }
}
