package amanah.campaign.domain;

/**
 * The mixing steps of MurmurHash3 (x64, one lane): 64 bits out of words of 64 bits.
 *
 * <p>Each step is a bijection of the state, so no word can wipe out what came before it. It is no
 * cryptographic hash. {@link Fingerprint} relies on it, so it must never change.
 */
final class Murmur {

  private Murmur() {}

  static long step(long state, long word) {
    long mixed = Long.rotateLeft(word * 0x87c37b91114253d5L, 31) * 0x4cf5ad432745937fL;
    return Long.rotateLeft(state ^ mixed, 27) * 5 + 0x52dce729;
  }

  static long finish(long state) {
    long mixed = (state ^ (state >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
