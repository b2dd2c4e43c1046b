package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Reply;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.http.BadRequest;

/** Takes what the application said. */
final class Replies {

  private Replies() {}

  /** The yes; a no becomes the problem that ends the call. */
  static <T> Reply.Done<T> done(Reply<T> reply) {
    return switch (reply) {
      case Reply.Done<T> yes -> yes;
      case Reply.Refused<T> no -> throw BadRequest.of(RefusalCodes.of(no.refusal()), no.detail());
    };
  }

  /** What there was a yes to. */
  static <T> T value(Reply<T> reply) {
    return done(reply).value();
  }
}
