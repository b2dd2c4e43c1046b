package amanah.deploy.faults.history;

/** Texts as numbers: a hundred million of them have one in 3,000 to meet. Always negative. */
public final class Digest {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Digest() {}

  /** FNV-1a over the characters, then SplitMix64's finalizer. */
  public static long of(String text) {
    long hash = OFFSET;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return (hash ^ (hash >>> 31)) | Long.MIN_VALUE;
  }
}
