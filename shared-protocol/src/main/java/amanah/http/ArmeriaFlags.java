package amanah.http;

import com.linecorp.armeria.common.FlagsProvider;

/** What Armeria takes from nowhere but the whole process's settings. */
public final class ArmeriaFlags implements FlagsProvider {

  private static final int ABOVE_DEFAULTS = 10;

  @Override
  public int priority() {
    return ABOVE_DEFAULTS;
  }

  /**
   * Netty's natives are meant to be older than its Java part, which would else be warned of at each
   * start: they are published later, and a test has them loaded together.
   */
  @Override
  public Boolean warnNettyVersions() {
    return false;
  }

  /**
   * What stands behind a semicolon stays in the path. Cut off, it is remembered beside the path
   * without it, which Armeria then answers everybody's requests with.
   */
  @Override
  public Boolean allowSemicolonInPathComponent() {
    return true;
  }
}
