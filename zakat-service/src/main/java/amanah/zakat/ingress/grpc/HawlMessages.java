package amanah.zakat.ingress.grpc;

import amanah.v1.CalculateHawlResponse;
import amanah.v1.HawlYear;
import amanah.zakat.domain.hawl.Hawl;

/** Writes years of ownership. */
final class HawlMessages {

  private HawlMessages() {}

  static CalculateHawlResponse hawl(Hawl hawl) {
    CalculateHawlResponse.Builder message =
        CalculateHawlResponse.newBuilder().setPassed(hawl.hasPassed());
    hawl.passed().forEach(year -> message.addYears(year(year)));
    hawl.running().ifPresent(year -> message.setRunning(year(year)));
    return message.build();
  }

  private static HawlYear year(amanah.zakat.domain.hawl.HawlYear year) {
    return HawlYear.newBuilder()
        .setBegins(year.begins().toString())
        .setEnds(year.ends().toString())
        .build();
  }
}
