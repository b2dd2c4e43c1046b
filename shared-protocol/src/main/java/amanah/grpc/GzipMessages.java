package amanah.grpc;

import io.grpc.Codec;
import io.grpc.Decompressor;
import java.io.IOException;
import java.io.InputStream;

/**
 * Messages that a caller has compressed. One that only says so and has another header is refused
 * before anyone has a stream to close: then what it was read from is released here, for neither
 * gRPC nor Armeria does.
 */
final class GzipMessages implements Decompressor {

  private final Decompressor gzip = new Codec.Gzip();

  @Override
  public String getMessageEncoding() {
    return gzip.getMessageEncoding();
  }

  @Override
  public InputStream decompress(InputStream compressed) throws IOException {
    try {
      return gzip.decompress(compressed);
    } catch (IOException | RuntimeException unreadable) {
      try (compressed) {
        throw unreadable;
      }
    }
  }
}
