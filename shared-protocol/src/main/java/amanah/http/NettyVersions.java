package amanah.http;

import com.linecorp.armeria.common.FlagsProvider;

/**
 * Tells Armeria that Netty's natives are meant to be older than its Java part, which would else be
 * warned of at each start: they are published later, and a test has them loaded together.
 */
public final class NettyVersions implements FlagsProvider {

  private static final int ABOVE_DEFAULTS = 10;

  @Override
  public int priority() {
    return ABOVE_DEFAULTS;
  }

  @Override
  public Boolean warnNettyVersions() {
    return false;
  }
}
