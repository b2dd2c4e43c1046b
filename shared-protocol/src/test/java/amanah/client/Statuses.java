package amanah.client;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;

/** Statuses as a node's gRPC door has them. */
final class Statuses {

  private Statuses() {}

  static StatusRuntimeException of(Status.Code status, String code) {
    return StatusProto.toStatusRuntimeException(details(status, code).build());
  }

  /** The same, from a node that asks to be left alone for a while. */
  static StatusRuntimeException of(Status.Code status, String code, Duration leaveAlone) {
    RetryInfo retry =
        RetryInfo.newBuilder()
            .setRetryDelay(
                com.google.protobuf.Duration.newBuilder().setSeconds(leaveAlone.toSeconds()))
            .build();
    return StatusProto.toStatusRuntimeException(
        details(status, code).addDetails(Any.pack(retry)).build());
  }

  private static com.google.rpc.Status.Builder details(Status.Code status, String code) {
    return com.google.rpc.Status.newBuilder()
        .setCode(status.value())
        .setMessage("as the script says")
        .addDetails(Any.pack(ErrorInfo.newBuilder().setDomain("amanah").setReason(code).build()));
  }
}
