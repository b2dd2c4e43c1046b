package amanah.zakat.ingress.grpc;

import amanah.grpc.Rpcs;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.ingress.request.QuestionRequests;
import amanah.zakat.rules.Profiles;
import java.util.function.Supplier;

/** The table of everything that is served of zakat over gRPC. */
public final class ZakatRpcs {

  private ZakatRpcs() {}

  /**
   * The calls to zakat, where assessments and distributions are named with {@code ids} when the
   * caller does not.
   *
   * @param profiles whose rules a receipt shows
   */
  public static Rpcs of(ZakatQuestions questions, Profiles profiles, Supplier<String> ids) {
    return Rpcs.of(new ZakatCalls(questions, profiles, ids))
        .withBytesMax("CalculateZakat", QuestionRequests.BYTES_MAX)
        .withBytesMax("CalculateHawl", QuestionRequests.BYTES_MAX)
        .withBytesMax("AssessZakat", QuestionRequests.BYTES_MAX);
  }
}
