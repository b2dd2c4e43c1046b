package amanah.journal;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The entities whose latest write failed by a fault of their own. Whoever waits for one key may
 * well wait for it again: until they succeed they are written for themselves.
 *
 * <p>Not more than so many are remembered. The one that is forgotten for a new one costs its
 * neighbours one more common failure, and is found again by it.
 */
final class Suspects {

  private final int suspectsMax;
  private final Set<String> entities = new LinkedHashSet<>();

  Suspects(int suspectsMax) {
    this.suspectsMax = suspectsMax;
  }

  synchronized boolean contains(String entity) {
    return entities.contains(entity);
  }

  synchronized void add(String entity) {
    entities.add(entity);
    if (entities.size() > suspectsMax) {
      Iterator<String> oldest = entities.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized void remove(String entity) {
    entities.remove(entity);
  }
}
