package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.FullZakatAnswer;
import amanah.v1.SimpleZakatAnswer;
import amanah.v1.ZakatDeduction;
import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Deduction;
import amanah.zakat.domain.Pool;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.SimpleAnswer;
import java.util.Currency;

/** Writes what is due. */
final class AnswerMessages {

  private AnswerMessages() {}

  static SimpleZakatAnswer simple(SimpleAnswer answer) {
    WealthZakat zakat = answer.zakat();
    SimpleZakatAnswer.Builder message =
        SimpleZakatAnswer.newBuilder()
            .setDue(zakat.due())
            .setZakat(Messages.money(zakat.zakat()))
            .setExact(zakat.exact().toString())
            .setRate(Numbers.share(zakat.rate()))
            .setNisab(Messages.money(zakat.nisab()))
            .setCached(answer.cached());
    zakat.exact().fraction().ifPresent(message::setExactFraction);
    return message.build();
  }

  static FullZakatAnswer full(FullAnswer answer) {
    Calculation calculation = answer.calculation();
    Currency currency = calculation.zakat().currency();
    FullZakatAnswer.Builder message =
        FullZakatAnswer.newBuilder()
            .setProfile(calculation.rules().profile())
            .setProfileVersion(calculation.rules().version())
            .setDue(calculation.due())
            .setZakat(Messages.money(calculation.zakat()))
            .setExact(calculation.exact().toString())
            .setFigures(FiguresMessages.figures(answer.figures(), currency))
            .setExplanation(calculation.explanation())
            .setCached(answer.cached());
    calculation.exact().fraction().ifPresent(message::setExactFraction);
    calculation.pool().ifPresent(pool -> pool(message, pool, currency));
    calculation.lines().forEach(line -> message.addLines(LineMessages.line(line, currency)));
    calculation.deductions().forEach(part -> message.addDeductions(deduction(part, currency)));
    return message.build();
  }

  /** Monetary wealth: what is left of it, held against its nisab. */
  private static void pool(FullZakatAnswer.Builder message, Pool pool, Currency currency) {
    message
        .setBase(Numbers.money(pool.base(), currency))
        .setNisab(Numbers.money(pool.nisab(), currency))
        .setRate(Numbers.share(pool.rate()));
  }

  private static ZakatDeduction deduction(Deduction deduction, Currency currency) {
    return ZakatDeduction.newBuilder()
        .setDeducted(Numbers.money(deduction.deducted(), currency))
        .setExplanation(deduction.explanation())
        .build();
  }
}
