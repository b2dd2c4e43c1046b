package amanah.deploy.terminal;

/** Tells nobody how far it is. */
public final class Silence implements Progress {

  @Override
  public void began(String name, long bytesTotal) {}

  @Override
  public void reached(long bytes, long rows) {}

  @Override
  public void note(String sentence) {}

  @Override
  public void ended() {}
}
