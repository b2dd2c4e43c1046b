package amanah.testing.parity;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What is asked at either door.
 *
 * @param name for people to read
 * @param key the idempotency key that goes with it, if any
 */
public record Question(
    String name,
    MethodDescriptor<? extends Message, ? extends Message> rpc,
    Message message,
    @Nullable String key) {

  @Override
  public String toString() {
    return name;
  }
}
