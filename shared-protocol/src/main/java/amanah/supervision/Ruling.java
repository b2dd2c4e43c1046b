package amanah.supervision;

/** What the plan says to a child's end: the plan from now on, and what has been decided. */
record Ruling(SupervisionPlan plan, Outcome outcome) {

  enum Outcome {
    /** The child had been told to stop, and has. */
    AS_TOLD,

    /** The child's rule of restart lets it rest. */
    LET_GO,

    /** The child, and its group, are started again. */
    RESTART,

    /** The child could not be started by command, and stays down. */
    REQUEST_FAILED,

    /** The child could not be started with the supervisor, which therefore ends. */
    FIRST_START_FAILED,

    /** It would have been one restart too many; the supervisor ends. */
    INTENSITY_EXCEEDED
  }
}
