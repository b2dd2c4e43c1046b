package amanah.http;

import com.linecorp.armeria.server.ServerBuilder;

/** What is spoken at the port beside HTTP, such as gRPC. */
@FunctionalInterface
public interface OtherProtocol {

  /**
   * Adds what it serves.
   *
   * @param settings what the door bears
   * @param closing whether the door closes, and who is to be told
   */
  void serve(ServerBuilder builder, HttpSettings settings, Closing closing);
}
