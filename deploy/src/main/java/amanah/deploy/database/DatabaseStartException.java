package amanah.deploy.database;

import java.io.IOException;

/** The database cannot be opened; the message is one sentence for whoever tried. */
public final class DatabaseStartException extends IOException {

  DatabaseStartException(String message) {
    super(message);
  }
}
