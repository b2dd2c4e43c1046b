package amanah.zakat.rules;

import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All profiles of this software, every version of them, because an old assessment names its own.
 */
public final class Profiles {

  /** The profile of a calculation that names none. */
  public static final String DEFAULT = "aaoifi";

  private static final Pattern VERSIONED = Pattern.compile("(\\S+)@([1-9]\\d{0,5})");

  private static final List<String> BUNDLED =
      List.of(
          "aaoifi.v1.conf",
          "aaoifi.v2.conf",
          "baznas-2025.v1.conf",
          "baznas-2025.v2.conf",
          "baznas-2026.v1.conf",
          "baznas-2026.v2.conf",
          "hanafi-classical.v1.conf",
          "hanafi-classical.v2.conf",
          "uk-hanafi.v1.conf",
          "uk-hanafi.v2.conf");

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

  /** The newest rules of that name; of a name such as {@code aaoifi@1}, those of that version. */
  public Optional<RuleSet> find(String name) {
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches()
        ? find(new RuleSetId(versioned.group(1), Integer.parseInt(versioned.group(2))))
        : Optional.ofNullable(newestByName.get(name)).map(Profile::rules);
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
