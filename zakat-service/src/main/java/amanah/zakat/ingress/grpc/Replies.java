package amanah.zakat.ingress.grpc;

import amanah.http.BadRequest;
import amanah.http.Problem;
import amanah.zakat.application.Reply;
import amanah.zakat.ingress.request.RefusalCodes;

/** Takes what the application said. */
final class Replies {

  private Replies() {}

  /** The yes; a no becomes the problem that ends the call. */
  static <T> Reply.Done<T> done(Reply<T> reply) {
    return switch (reply) {
      case Reply.Done<T> yes -> yes;
      case Reply.Refused<T> no ->
          throw new BadRequest(Problem.of(RefusalCodes.of(no.code()), no.detail(), no.field()));
    };
  }

  /** What there was a yes to. */
  static <T> T value(Reply<T> reply) {
    return done(reply).value();
  }
}
