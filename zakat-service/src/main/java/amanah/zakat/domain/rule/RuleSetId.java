package amanah.zakat.domain.rule;

/**
 * Names one version of a rule profile for ever: a change of any number is a new version.
 *
 * @param profile the profile's name, such as {@code baznas-2026}
 * @param version 1 for the first
 */
public record RuleSetId(String profile, int version) {

  /** Refuses what names nothing. */
  public RuleSetId {
    if (profile.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "rule set \"" + profile + "\" version " + version + ", expected a name and 1 or more");
    }
  }

  @Override
  public String toString() {
    return profile + " v" + version;
  }
}
