package amanah.deploy.fuzz;

import amanah.deploy.fuzz.Attempt.RpcMethod;
import amanah.v1.DonateRequest;
import amanah.v1.Money;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import com.linecorp.armeria.common.HttpData;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Calls of every method of the services that are served. */
public final class RpcAttempts {

  private static final String DONATE = "/amanah.v1.DonationService/Donate";

  private static final List<String> TYPES =
      List.of(
          "application/grpc",
          "application/grpc+json",
          "application/grpc+foo",
          "application/grpc-web",
          "application/grpc-web-text",
          "application/grpc;charset=utf-8",
          "application/json",
          "",
          "application/grpc+proto; x",
          "APPLICATION/GRPC",
          "application/grpcx");
  private static final List<String> TIMEOUTS =
      List.of(
          "0n",
          "1n",
          "0S",
          "-1S",
          "99999999H",
          "999999999S",
          "1000000000000000000000S",
          "5",
          "S",
          "",
          "abc",
          "5s",
          "1.5S",
          "0x1S",
          " 5S",
          "5u",
          "500u",
          "1m",
          "20m");
  private static final List<String> NAMES =
      List.of(
          "idempotency-key",
          "x-request-id",
          "traceparent",
          "grpc-accept-encoding",
          "grpc-encoding",
          "accept-encoding",
          "user-agent",
          "grpc-tags-bin",
          "x-bin",
          "grpc-status",
          "grpc-message",
          "content-encoding",
          "expect",
          "cookie");
  private static final List<String> VALUES =
      List.of(
          "",
          "x",
          "gzip",
          "identity",
          "br",
          "snappy",
          "!!not base64!!",
          "AAEC",
          "\u00ff",
          "0",
          "13",
          "x".repeat(65),
          "x".repeat(3_000),
          "a b",
          "identity,gzip,,",
          "100-continue");
  private static final List<String> PATHS =
      List.of("x", "/", "//", "%2F", "?a=b", "/../", "#", "%00", "\u00e9", ".", ";x=y");

  private final List<RpcMethod> methods;

  /** Of these services. */
  public RpcAttempts(List<ServiceDescriptor> services) {
    this.methods = services.stream().flatMap(service -> methods(service).stream()).toList();
  }

  private static List<RpcMethod> methods(ServiceDescriptor service) {
    ProtoServiceDescriptorSupplier schema =
        (ProtoServiceDescriptorSupplier) Objects.requireNonNull(service.getSchemaDescriptor());
    return schema.getServiceDescriptor().getMethods().stream()
        .map(
            method ->
                new RpcMethod(
                    "/" + service.getName() + "/" + method.getName(),
                    method.getInputType(),
                    method.isClientStreaming(),
                    method.isServerStreaming()))
        .toList();
  }

  /** Where those are called that have an end. */
  public List<String> paths() {
    return methods.stream().filter(method -> !method.listens()).map(RpcMethod::path).toList();
  }

  /**
   * A call.
   *
   * @param number of the request, after which a donation is called that may not be answered
   */
  Attempt.Rpc of(Chance chance, long number) {
    RpcMethod method = chance.of(methods);
    while (method.listens() && !chance.oneIn(3)) {
      method = chance.of(methods); // a stream takes its time
    }
    boolean hurried =
        chance.oneIn(15) && (method.path().contains("/Get") || method.path().equals(DONATE));
    List<byte[]> messages =
        hurried && method.path().equals(DONATE) ? List.of(late(number)) : messages(method, chance);
    Draft draft =
        new Draft(
            method.path(),
            Bytes.join(messages.stream().map(RpcAttempts::frame).toArray(byte[][]::new)));
    if (hurried) {
      draft.headers.add(new Header("grpc-timeout", chance.of(TIMEOUTS)));
    } else if (chance.oneIn(3)) {
      spoil(draft, messages, chance);
    }
    draft.headers.add(new Header("content-type", draft.type));
    return new Attempt.Rpc(
        method,
        draft.path,
        List.copyOf(draft.headers),
        messages,
        HttpData.wrap(draft.body),
        hurried);
  }

  private static List<byte[]> messages(RpcMethod method, Chance chance) {
    int spoiling = chance.of(List.of(0, 0, 30, 8, 3));
    List<byte[]> messages = new ArrayList<>();
    for (int count = method.manyIn() ? chance.between(0, 3) : 1; count > 0; count--) {
      byte[] message = new RpcMessages(chance, method.path(), spoiling).bytes(method.input());
      messages.add(chance.oneIn(20) ? chance.spoiled(message) : message);
    }
    return messages;
  }

  /** A donation to a campaign of which nobody knows what it has, for some calls are cut short. */
  private static byte[] late(long number) {
    return DonateRequest.newBuilder()
        .setCampaignId(Acknowledged.UNCERTAIN)
        .setDonation(
            NewDonation.newBuilder()
                .setDonationId("late-" + number)
                .setAmount(Money.newBuilder().setAmount("5").setCurrency("JPY"))
                .setPayment(
                    Payment.newBuilder()
                        .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                        .setReference("bank")))
        .build()
        .toByteArray();
  }

  /** A call that becomes wrong. */
  private static final class Draft {

    private final List<Header> headers = new ArrayList<>();
    private String path;
    private String type = "application/grpc+proto";
    private byte[] body;

    Draft(String path, byte[] body) {
      this.path = path;
      this.body = body;
    }
  }

  private static byte[] frame(byte[] message) {
    return framed(0, message.length, message);
  }

  private static byte[] framed(int flag, int length, byte[] message) {
    return Bytes.join(new byte[] {(byte) flag}, Bytes.integer(length), message);
  }

  private static void spoil(Draft draft, List<byte[]> messages, Chance chance) {
    byte[] first = messages.isEmpty() ? new byte[0] : messages.getFirst();
    switch (chance.below(8)) {
      case 0, 1, 2 -> draft.body = frames(draft.body, first, chance);
      case 3 -> compress(draft, first, chance);
      case 4 -> draft.type = chance.of(TYPES);
      case 5 -> draft.path = path(draft.path, chance);
      default -> draft.headers.add(new Header(chance.of(NAMES), chance.of(VALUES)));
    }
  }

  private static byte[] frames(byte[] whole, byte[] message, Chance chance) {
    return switch (chance.below(10)) {
      case 0 -> framed(0, message.length + chance.between(1, 100), message);
      case 1 -> framed(0, Math.max(0, message.length - chance.between(1, 10)), message);
      case 2 ->
          framed(0, chance.of(List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24)), message);
      case 3 -> framed(chance.between(2, 255), message.length, message);
      case 4 -> Bytes.head(whole, chance.below(whole.length + 1));
      case 5 -> Bytes.join(whole, whole);
      case 6 -> new byte[0];
      case 7 -> chance.bytes(chance.between(1, 200));
      case 8 -> frame(chance.bytes(chance.between(1, chance.oneIn(10) ? 70_000 : 100)));
      default -> Bytes.join(whole, chance.bytes(chance.between(1, 10)));
    };
  }

  private static void compress(Draft draft, byte[] message, Chance chance) {
    byte[] zipped = Bytes.gzip(chance.oneIn(10) ? new byte[2_000_000] : message);
    byte[] sent = chance.oneIn(3) ? chance.spoiled(zipped) : zipped;
    draft.body = framed(1, sent.length, sent);
    if (!chance.oneIn(4)) {
      draft.headers.add(
          new Header(
              "grpc-encoding",
              chance.of(List.of("gzip", "gzip", "gzip", "identity", "br", "deflate"))));
    }
  }

  private static String path(String path, Chance chance) {
    int at = chance.below(path.length() + 1);
    return switch (chance.below(4)) {
      case 0 -> path + chance.of(PATHS);
      case 1 -> path.toLowerCase(Locale.ROOT);
      case 2 ->
          "/"
              + path.substring(0, at).replaceFirst("^/", "")
              + chance.of(PATHS)
              + path.substring(at);
      default -> "/amanah.v1.Nobody/Ask";
    };
  }
}
