package amanah.deploy.fuzz;

import com.google.protobuf.Descriptors.Descriptor;
import com.linecorp.armeria.common.HttpData;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One generated request. */
sealed interface Attempt {

  /** In a line, for whoever looks for what went wrong. */
  String told();

  /**
   * A request whose framing is right, whatever it says.
   *
   * @param row the row of {@link HttpCalls} that it was made from
   * @param target what stands between method and version
   * @param campaignId the campaign that its path names, if it names one and does so plainly
   * @param content the body before it was compressed
   */
  record Http(
      HttpCalls.Call row,
      String method,
      String target,
      @Nullable String campaignId,
      List<Header> headers,
      HttpData body,
      HttpData content,
      boolean overHttp2)
      implements Attempt {

    @Override
    public String told() {
      return (overHttp2 ? "HTTP/2 " : "HTTP/1.1 ")
          + shown(method + " " + target)
          + " "
          + shown(headers.toString())
          + " "
          + shown(Bytes.latin(content.array()));
    }
  }

  /**
   * A call of gRPC.
   *
   * @param path where it is sent, which may be another than the method's
   * @param messages what is in its frames, as far as they are right
   * @param body the frames
   * @param hurried whether it may come to its deadline, so that nobody knows what it did
   */
  record Rpc(
      RpcMethod method,
      String path,
      List<Header> headers,
      List<byte[]> messages,
      HttpData body,
      boolean hurried)
      implements Attempt {

    @Override
    public String told() {
      return "gRPC " + shown(path) + " " + shown(headers.toString()) + " " + hex(body.array());
    }
  }

  /** Bytes of any kind on a connection of their own, whose sender then has no more to say. */
  record Noise(String kind, HttpData bytes, boolean waits) implements Attempt {

    @Override
    public String told() {
      return "noise, " + kind + ": " + hex(bytes.array());
    }
  }

  /** A method of a service, as its descriptor says. */
  record RpcMethod(String path, Descriptor input, boolean manyIn, boolean manyOut) {

    /** Whether its answers go on for ever. */
    boolean listens() {
      return manyOut && !manyIn;
    }
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int index = 0; index < Math.min(text.length(), 600); index++) {
      char character = text.charAt(index);
      shown.append(
          character < ' ' || character > '~'
              ? String.format("\\u%04x", (int) character)
              : character);
    }
    return shown.append(text.length() > 600 ? "... of " + text.length() : "").toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(Bytes.head(bytes, 300))
        + (bytes.length > 300 ? "... of " + bytes.length : "");
  }
}
