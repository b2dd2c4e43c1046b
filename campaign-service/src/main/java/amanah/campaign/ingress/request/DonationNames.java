package amanah.campaign.ingress.request;

import amanah.id.DonationId;
import java.util.Set;

/**
 * Names for new donations. What a path says in the place of a donation is no name for one, or
 * nobody could ask for it by its path.
 */
public final class DonationNames {

  /** What paths say, or may come to say, where a donation stands in others. */
  public static final Set<String> RESERVED = Set.of("batch", "export");

  private DonationNames() {}

  /**
   * The id of that name.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public static DonationId of(String name) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is a word of the paths, expected another id");
    }
    return DonationId.of(name);
  }
}
