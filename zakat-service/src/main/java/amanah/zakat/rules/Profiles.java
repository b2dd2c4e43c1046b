package amanah.zakat.rules;

import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All profiles of this software, every version of them, because an old assessment names its own.
 */
public final class Profiles {

  /** The profile of a calculation that names none. */
  public static final String DEFAULT = "aaoifi";

  private static final List<String> BUNDLED =
      List.of(
          "aaoifi.v1.conf",
          "baznas-2025.v1.conf",
          "baznas-2026.v1.conf",
          "hanafi-classical.v1.conf",
          "uk-hanafi.v1.conf");

  private final Map<RuleSetId, Profile> byId;
  private final Map<String, Profile> newestByName;

  private Profiles(List<Profile> profiles) {
    Map<RuleSetId, Profile> versions = new HashMap<>();
    Map<String, Profile> newest = new HashMap<>();
    for (Profile profile : profiles) {
      RuleSetId id = profile.rules().id();
      if (versions.put(id, profile) != null) {
        throw new IllegalArgumentException("profile " + id + " is there twice");
      }
      newest.merge(id.profile(), profile, Profiles::newer);
    }
    byId = Map.copyOf(versions);
    newestByName = Map.copyOf(newest);
  }

  /**
   * The profiles that come with the software.
   *
   * @throws ProfileFault names the file, the key, the value and what was expected
   */
  public static Profiles bundled() {
    return of(BUNDLED.stream().map(ProfileFile::bundled).toList());
  }

  /** These profiles. */
  public static Profiles of(List<Profile> profiles) {
    return new Profiles(profiles);
  }

  /** The newest rules of that name. */
  public Optional<RuleSet> find(String name) {
    return Optional.ofNullable(newestByName.get(name)).map(Profile::rules);
  }

  /** Exactly that version, as a stored assessment names it. */
  public Optional<RuleSet> find(RuleSetId id) {
    return Optional.ofNullable(byId.get(id)).map(Profile::rules);
  }

  /** The newest version of each, by name. */
  public List<Profile> newest() {
    List<Profile> profiles = new ArrayList<>(newestByName.values());
    profiles.sort(
        (one, other) -> one.rules().id().profile().compareTo(other.rules().id().profile()));
    return List.copyOf(profiles);
  }

  private static Profile newer(Profile one, Profile other) {
    return one.rules().id().version() >= other.rules().id().version() ? one : other;
  }
}
