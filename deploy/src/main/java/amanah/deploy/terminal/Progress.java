package amanah.deploy.terminal;

/** Shows how far a file is. */
public interface Progress {

  /** A file begins; {@code bytesTotal} is its size on disk. */
  void began(String name, long bytesTotal);

  /** So much of the file has been read, and so many of its rows are settled. */
  void reached(long bytes, long rows);

  /** Something to know that does not end the command. */
  void note(String sentence);

  /** The file is through, or given up. */
  void ended();
}
