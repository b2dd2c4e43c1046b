package amanah.campaign.domain;

/**
 * What objects weigh on a heap with compressed references: headers of 12 and 16, multiples of 8.
 */
final class HeapBytes {

  private HeapBytes() {}

  static long object(int fieldBytes) {
    return aligned(12L + fieldBytes);
  }

  static long array(int length, int elementBytes) {
    return aligned(16L + (long) length * elementBytes);
  }

  private static long aligned(long bytes) {
    return (bytes + 7) & ~7L;
  }
}
