package amanah.deploy.node;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** A node, or several, that take requests until they are closed. */
public interface RunningNode extends AutoCloseable {

  /** Where the first takes requests. */
  URI uri();

  /** Done when they have gone and will not come again, asked to or not. */
  CompletionStage<?> terminated();

  /** Drains, hands over and stops, the database last; returns when all of that is done. */
  @Override
  void close();
}
