package amanah.deploy.load.http;

/** The numbers of RFC 9113, section 6, that this client meets. */
final class FrameType {

  static final int DATA = 0x0;
  static final int HEADERS = 0x1;
  static final int RST_STREAM = 0x3;
  static final int SETTINGS = 0x4;
  static final int PUSH_PROMISE = 0x5;
  static final int PING = 0x6;
  static final int GOAWAY = 0x7;
  static final int WINDOW_UPDATE = 0x8;
  static final int CONTINUATION = 0x9;

  static final int FLAG_ACK = 0x1;
  static final int FLAG_END_STREAM = 0x1;
  static final int FLAG_END_HEADERS = 0x4;
  static final int FLAG_PADDED = 0x8;
  static final int FLAG_PRIORITY = 0x20;

  static final int SETTING_HEADER_TABLE_SIZE = 0x1;
  static final int SETTING_ENABLE_PUSH = 0x2;
  static final int SETTING_STREAMS_MAX = 0x3;
  static final int SETTING_INITIAL_WINDOW = 0x4;

  private FrameType() {}
}
