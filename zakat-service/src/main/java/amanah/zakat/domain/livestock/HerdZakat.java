package amanah.zakat.domain.livestock;

import java.util.ArrayList;
import java.util.List;

/**
 * The animals due for a herd: equal choices, of which the payer gives one.
 *
 * @param choices empty when nothing is due; otherwise all there are, most of the younger first
 */
public record HerdZakat(List<Animals> choices) {

  static final HerdZakat NOTHING = new HerdZakat(List.of());

  /** Keeps its own list. */
  public HerdZakat {
    choices = List.copyOf(choices);
  }

  static HerdZakat of(Animals only) {
    return only.isNone() ? NOTHING : new HerdZakat(List.of(only));
  }

  static HerdZakat of(int count, Animal animal) {
    return of(Animals.of(count, animal));
  }

  /** Every way to reach so many tens, the younger animal standing for fewer of them. */
  static HerdZakat ofTens(int tens, Tens younger, Tens older) {
    List<Animals> choices = new ArrayList<>();
    for (int count = tens / younger.tens(); count >= 0; count--) {
      int rest = tens - count * younger.tens();
      if (rest % older.tens() == 0) {
        choices.add(Animals.of(count, younger.animal()).and(rest / older.tens(), older.animal()));
      }
    }
    return new HerdZakat(choices);
  }

  /** Whether any animal is due. */
  public boolean isDue() {
    return !choices.isEmpty();
  }

  /** The first choice; none when nothing is due. */
  public Animals first() {
    return choices.isEmpty() ? Animals.NONE : choices.getFirst();
  }

  /** The other choices, equal to the first. */
  public List<Animals> alternatives() {
    return choices.isEmpty() ? List.of() : choices.subList(1, choices.size());
  }

  /** An animal that is given for each so many tens of the herd. */
  record Tens(Animal animal, int tens) {}
}
