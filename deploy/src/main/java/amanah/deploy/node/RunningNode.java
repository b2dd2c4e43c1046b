package amanah.deploy.node;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** A node that takes requests until it is closed. */
public interface RunningNode extends AutoCloseable {

  /** Where it takes requests. */
  URI uri();

  /** Done when it has gone, asked to or not. */
  CompletionStage<?> terminated();

  /** Drains, hands over and stops, its database last; returns when all of that is done. */
  @Override
  void close();
}
