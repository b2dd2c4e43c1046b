package amanah.campaign.domain;

/**
 * A power of two of ints, zero at first, in pages of 64 KiB: one array of megabytes would take
 * whole regions of the G1 collector for itself and leave much of the last one empty.
 */
final class PagedInts {

  static final int PAGE_BITS = 14;
  static final int PAGE_LENGTH = 1 << PAGE_BITS;
  static final int PAGE_MASK = PAGE_LENGTH - 1;

  static final PagedInts NONE = new PagedInts(0);

  private final int[][] pages;
  private final int length;

  PagedInts(int length) {
    this.length = length;
    pages = new int[pages(length)][Math.min(length, PAGE_LENGTH)];
  }

  /** How many pages so many slots take. */
  static int pages(int length) {
    return (length + PAGE_MASK) >>> PAGE_BITS;
  }

  int length() {
    return length;
  }

  int get(int index) {
    return pages[index >>> PAGE_BITS][index & PAGE_MASK];
  }

  void set(int index, int value) {
    pages[index >>> PAGE_BITS][index & PAGE_MASK] = value;
  }

  /** Nothing for the empty one, which all share. */
  long heapBytes() {
    return length == 0
        ? 0
        : HeapBytes.object(8)
            + HeapBytes.array(pages.length, 4)
            + pages.length * HeapBytes.array(Math.min(length, PAGE_LENGTH), 4);
  }
}
