package amanah.campaign.domain;

import amanah.id.ChangeId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The names of a campaign's last changes of terms and status; it never changes itself.
 *
 * <p>A repeat of one that was forgotten is a new change. A node puts a question again for no longer
 * than its asker waits, some seconds, and a caller asks again for minutes: a campaign does not see
 * {@link #NAMES_MAX} others meanwhile.
 */
final class ChangeLog {

  /** How many are remembered; the one beyond pushes the oldest out. */
  static final int NAMES_MAX = 1_000;

  static final ChangeLog EMPTY = new ChangeLog(Map.of());

  /** What each asked for, the oldest first. */
  private final Map<ChangeId, Long> contents;

  private ChangeLog(Map<ChangeId, Long> contents) {
    this.contents = contents;
  }

  /**
   * The log that has these, the oldest first.
   *
   * @throws IllegalStateException if one comes twice
   */
  static ChangeLog of(List<ChangeName> names) {
    Map<ChangeId, Long> contents = new LinkedHashMap<>();
    names.forEach(name -> add(contents, name));
    return names.isEmpty() ? EMPTY : new ChangeLog(contents);
  }

  /**
   * The same with one more, unless it has no name.
   *
   * @throws IllegalStateException if it is remembered already
   */
  ChangeLog plus(@Nullable ChangeName name) {
    if (name == null) {
      return this;
    }
    Map<ChangeId, Long> more = new LinkedHashMap<>(contents);
    add(more, name);
    if (more.size() > NAMES_MAX) {
      Iterator<ChangeId> oldest = more.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return new ChangeLog(more);
  }

  private static void add(Map<ChangeId, Long> contents, ChangeName name) {
    if (contents.put(name.changeId(), name.content()) != null) {
      throw new IllegalStateException("change " + name.changeId() + " is recorded already");
    }
  }

  /** What the change of that name asked for, or empty when none is remembered. */
  OptionalLong content(ChangeId changeId) {
    Long content = contents.get(changeId);
    return content == null ? OptionalLong.empty() : OptionalLong.of(content);
  }

  /** All of them, the oldest first. */
  List<ChangeName> names() {
    return contents.entrySet().stream()
        .map(entry -> new ChangeName(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChangeLog log && names().equals(log.names());
  }

  @Override
  public int hashCode() {
    return names().hashCode();
  }
}
