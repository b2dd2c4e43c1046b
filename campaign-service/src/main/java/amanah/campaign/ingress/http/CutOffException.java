package amanah.campaign.ingress.http;

import amanah.campaign.stream.StreamEnd;

/** Breaks an answer off, because its client does not read it; costs no stack trace. */
final class CutOffException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CutOffException(StreamEnd end) {
    super(end.detail(), null, false, false);
  }
}
