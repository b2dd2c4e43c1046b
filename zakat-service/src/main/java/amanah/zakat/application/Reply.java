package amanah.zakat.application;

import amanah.zakat.domain.RefusalCode;
import java.util.Optional;

/** What the application says to a transport. */
public sealed interface Reply<T> {

  /**
   * Yes.
   *
   * @param replayed whether this repeats the answer to an earlier request of the same name
   */
  record Done<T>(T value, boolean replayed) implements Reply<T> {}

  /**
   * No, or, for {@link RefusalCode#TIMEOUT}, nobody knows.
   *
   * @param detail for people to read
   * @param field the one of the request that is to blame, if it is one
   */
  record Refused<T>(RefusalCode code, String detail, Optional<String> field) implements Reply<T> {}

  /** Yes, and for the first time. */
  static <T> Reply<T> done(T value) {
    return new Done<>(value, false);
  }

  /** No, because of no field in particular. */
  static <T> Reply<T> refused(RefusalCode code, String detail) {
    return new Refused<>(code, detail, Optional.empty());
  }
}
