package amanah.protocol;

import amanah.money.Money;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** How the words that all services share travel between nodes: they themselves know no format. */
public final class SharedWire extends SimpleModule {

  private static final long serialVersionUID = 1;

  /** Found by its name in the configuration. */
  public SharedWire() {
    super("amanah-shared");
    setMixInAnnotation(Money.class, Components.class);
  }

  /** What a record is made of, and nothing that it can compute. */
  @JsonAutoDetect(
      getterVisibility = Visibility.NONE,
      isGetterVisibility = Visibility.NONE,
      fieldVisibility = Visibility.ANY)
  public interface Components {}
}
