package amanah.deploy.faults.kind;

import java.io.IOException;

/** A fault was done as planned, and what had to come of it did not. */
public final class BrokenPromise extends IOException {

  private static final long serialVersionUID = 1;

  BrokenPromise(String sentence) {
    super(sentence);
  }
}
