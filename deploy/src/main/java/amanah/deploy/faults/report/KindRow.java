package amanah.deploy.faults.report;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.TailGrowth;
import java.util.List;

/**
 * All that was seen of one kind.
 *
 * @param kind which
 * @param times how often it was done
 * @param acknowledged donations while it lasted
 * @param lost of those
 * @param doubled of those
 * @param wrong answers that were not true: neither lost nor doubled, and yet not to be believed
 * @param failed donations without a definite answer in their caller's time
 * @param struck how long struck campaigns were away
 * @param others how long others were
 * @param tail how much longer the others' donations took
 * @param skipped why it was not done, or empty
 * @param broken what it should not have cost or should have shown
 */
public record KindRow(
    FaultKind kind,
    int times,
    long acknowledged,
    long lost,
    long doubled,
    long wrong,
    long failed,
    Distribution struck,
    Distribution others,
    TailGrowth tail,
    String skipped,
    List<String> broken) {

  /** Whether a finding of that kind is a wrong answer. */
  public static boolean isWrong(Finding.Kind kind) {
    return WrongAnswers.contain(kind);
  }

  /** One word. */
  public String verdict() {
    if (!skipped.isEmpty()) {
      return "SKIPPED";
    }
    boolean whole = lost == 0 && doubled == 0 && wrong == 0 && broken.isEmpty();
    return whole ? "pass" : "FAIL";
  }
}
