package amanah.supervision;

import java.util.List;

/** Which children are restarted when one of them must be; the names and meanings are OTP's. */
enum Strategy {
  /** That child alone. */
  ONE_FOR_ONE,

  /** All of them. */
  ONE_FOR_ALL,

  /** That child and those after it, for they may depend on it. */
  REST_FOR_ONE;

  /** The part of the children that shares the fate of the one at this index. */
  <C> List<C> group(List<C> children, int index) {
    return switch (this) {
      case ONE_FOR_ONE -> children.subList(index, index + 1);
      case ONE_FOR_ALL -> children;
      case REST_FOR_ONE -> children.subList(index, children.size());
    };
  }
}
