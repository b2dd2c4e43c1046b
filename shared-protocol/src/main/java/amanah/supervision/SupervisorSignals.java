package amanah.supervision;

/** With this a supervisor says to the one above it what that could not know otherwise. */
interface SupervisorSignals extends StartSignal {

  /** For a supervisor above which there is none. */
  SupervisorSignals NOBODY =
      new SupervisorSignals() {
        @Override
        public void started() {}

        @Override
        public void cannotEnd(ChildEnd end) {}
      };

  /**
   * It has come to this end, but Akka keeps its actor for as long as a child hangs that it had to
   * give up.
   */
  void cannotEnd(ChildEnd end);
}
