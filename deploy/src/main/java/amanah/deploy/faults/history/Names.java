package amanah.deploy.faults.history;

/** The names of writes as numbers. */
public interface Names {

  /** The number of a donation. */
  long donation(String id);

  /** What people call the donation of that number. */
  String donationOf(long name);

  /** The number of a refund. */
  static long refund(String id) {
    return Digest.of("refund " + id);
  }

  /** The number of a change of status, by its reason. */
  static long change(String reason) {
    return Digest.of("change " + reason);
  }

  /** The number of an amendment of the title. */
  static long title(String title) {
    return Digest.of("title " + title);
  }

  /** The number of an amendment of the goal. */
  static long goal(long minor) {
    return Digest.of("goal " + minor);
  }

  /** The number of an opening, which each campaign has one of. */
  static long opening() {
    return Digest.of("opening");
  }
}
