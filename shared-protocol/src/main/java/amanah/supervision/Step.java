package amanah.supervision;

/** What the plan asks of the actor next. */
sealed interface Step {

  /** Stop this child. */
  record Stop(ChildKey<?> key) implements Step {}

  /** Start this child. */
  record Start(ChildKey<?> key) implements Step {}

  /** Nothing, until something happens. */
  record Rest() implements Step {}

  /** End: no child is left. */
  record Close() implements Step {}
}
