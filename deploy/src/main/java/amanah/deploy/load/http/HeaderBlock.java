package amanah.deploy.load.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Header fields as HPACK (RFC 7541) without the dynamic table, so that a block is the same bytes
 * each time and is copied instead of encoded. The server is told to do without the table too, which
 * makes each of its blocks readable alone; the status, its first field, is then at hand.
 */
final class HeaderBlock {

  private static final int INDEXED = 0x80;
  private static final int STATUS_200_INDEX = 8;
  private static final int STATUS_NAME_INDEX = 8;
  private static final int METHOD_POST_INDEX = 3;
  private static final int SCHEME_HTTP_INDEX = 6;
  private static final int AUTHORITY_NAME_INDEX = 1;
  private static final int PATH_NAME_INDEX = 4;
  private static final int CONTENT_LENGTH_NAME_INDEX = 28;
  private static final int CONTENT_TYPE_NAME_INDEX = 31;
  private static final int PREFIX_MAX = 15;
  private static final int STRING_MAX = 126;
  private static final int FIELD_MASK = 0xf;
  private static final int STATUS_DIGITS = 3;

  private HeaderBlock() {}

  /** A POST of JSON. */
  static byte[] post(String authority, String path, int contentLength) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(INDEXED | METHOD_POST_INDEX);
    block.write(INDEXED | SCHEME_HTTP_INDEX);
    field(block, AUTHORITY_NAME_INDEX, authority);
    field(block, PATH_NAME_INDEX, path);
    field(block, CONTENT_TYPE_NAME_INDEX, "application/json");
    field(block, CONTENT_LENGTH_NAME_INDEX, Integer.toString(contentLength));
    return block.toByteArray();
  }

  /** The status that a block of response headers begins with. */
  static int status(byte[] bytes, int from, int length) throws Http2Exception {
    int first = bytes[from] & 0xff;
    if (first == (INDEXED | STATUS_200_INDEX)) {
      return 200;
    }
    boolean literal =
        (first & FIELD_MASK) == STATUS_NAME_INDEX && (first & INDEXED) == 0 && first != 0x28;
    if (literal && length > STATUS_DIGITS + 1 && bytes[from + 1] == STATUS_DIGITS) {
      int hundreds = bytes[from + 2] - '0';
      return hundreds * 100 + (bytes[from + 3] - '0') * 10 + (bytes[from + 4] - '0');
    }
    return decodedStatus(bytes, from, length);
  }

  private static int decodedStatus(byte[] bytes, int from, int length) throws Http2Exception {
    ByteBuf block = Unpooled.wrappedBuffer(bytes, from, length);
    DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    CharSequence status = decoder.decodeHeaders(1, block).status();
    return status == null ? 0 : Integer.parseInt(status.toString());
  }

  /** A literal field without indexing, its name from the static table. */
  private static void field(ByteArrayOutputStream block, int nameIndex, String value) {
    byte[] text = value.getBytes(StandardCharsets.US_ASCII);
    if (text.length > STRING_MAX) {
      throw new IllegalArgumentException(value + " is longer than " + STRING_MAX);
    }
    if (nameIndex < PREFIX_MAX) {
      block.write(nameIndex);
    } else {
      block.write(PREFIX_MAX);
      block.write(nameIndex - PREFIX_MAX);
    }
    block.write(text.length);
    block.writeBytes(text);
  }
}
