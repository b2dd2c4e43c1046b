package amanah.supervision;

/** With this a child says that its start is complete, when that is later than its setup. */
@FunctionalInterface
public interface StartSignal {

  /** The start is complete: the children after it may start now. Saying it twice does no harm. */
  void started();
}
