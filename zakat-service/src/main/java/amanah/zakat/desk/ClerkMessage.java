package amanah.zakat.desk;

import akka.Done;
import akka.actor.typed.ActorRef;
import amanah.zakat.calculator.CalculatorNotice;

/** What the desk's clerk hears. */
sealed interface ClerkMessage {

  /** Time to look whether the calculator is there. */
  record Follow() implements ClerkMessage {}

  /** Time to tell what was answered. */
  record Tell() implements ClerkMessage {}

  /** The calculator says something. */
  record FromCalculator(CalculatorNotice notice) implements ClerkMessage {}

  /** The node leaves: tell what was answered at once, and say when it is kept. */
  record Finish(ActorRef<Done> replyTo) implements ClerkMessage {}
}
