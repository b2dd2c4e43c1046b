package amanah.supervision;

import akka.actor.ActorInitializationException;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.Terminated;

/** How a child ended: normal is "it stopped", abnormal is "it threw". */
sealed interface ChildEnd {

  /** What to blame, where somebody must be blamed. */
  Throwable cause();

  record Normal() implements ChildEnd {

    @Override
    public Throwable cause() {
      return new IllegalStateException("The child stopped itself");
    }
  }

  record Abnormal(Throwable cause) implements ChildEnd {}

  static ChildEnd of(Terminated signal) {
    return switch (signal) {
      case ChildFailed failed -> new Abnormal(plain(failed.cause()));
      case Terminated ended -> new Normal();
    };
  }

  private static Throwable plain(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof ActorInitializationException && cause != null ? cause : thrown;
  }

  default SupervisorNotice.DownReason downReason() {
    return switch (this) {
      case Normal normal -> new SupervisorNotice.DownReason.Ended();
      case Abnormal abnormal -> new SupervisorNotice.DownReason.Failed(abnormal.cause());
    };
  }
}
