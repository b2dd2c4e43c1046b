package amanah.zakat.calculator;

import amanah.zakat.domain.RefusalCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Questions that came while the book was being read for the first time, in order, bounded. */
final class StartQueue {

  private final int questionsMax;
  private final Deque<CalculatorMessage.Question> questions = new ArrayDeque<>();

  StartQueue(int questionsMax) {
    this.questionsMax = questionsMax;
  }

  /** Takes a question in, or refuses it. */
  void await(CalculatorMessage.Question question) {
    if (questions.size() >= questionsMax) {
      question.refuse(
          RefusalCode.OVERLOADED,
          "the calculator is starting and " + questions.size() + " wait for it");
    } else {
      questions.add(question);
    }
  }

  /** The book cannot be read now: refuses all who wait. */
  void refuseAll() {
    clear()
        .forEach(
            question ->
                question.refuse(
                    RefusalCode.UNAVAILABLE, "the calculator's journal is away, expected a retry"));
  }

  /** All that waited, in the order in which they came; the queue is empty afterwards. */
  List<CalculatorMessage.Question> clear() {
    List<CalculatorMessage.Question> all = new ArrayList<>(questions);
    questions.clear();
    return all;
  }
}
