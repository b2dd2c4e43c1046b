package amanah.campaign.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Records that are found by their id: an arena of them and a hash table over it.
 *
 * <p>The table is open addressing with linear probing in two paged arrays: a byte that is 0 for a
 * free slot, or else 7 bits of the hash, and the record's number. A probe stays in the bytes, 64
 * slots to a cache line, and reads a record only when those 7 bits agree, so that a miss seldom
 * leaves them. The table doubles when it is three quarters full, and is then filled anew from the
 * arena, front to back, which is also how it is restored: nothing of it is ever stored, so its hash
 * may change between versions.
 */
final class IdTable {

  static final int ABSENT = ByteArena.NONE;

  private static final int SLOTS_MIN = 8;
  private static final byte[][] NO_TAGS = new byte[0][];

  private final ByteArena arena;
  private byte[][] tags = NO_TAGS;
  private PagedInts records = PagedInts.NONE;
  private int size;

  IdTable() {
    this(new ByteArena());
  }

  private IdTable(ByteArena arena) {
    this.arena = arena;
  }

  static IdTable restore(String kind, int size, List<Chunk> chunks) {
    IdTable table = new IdTable(ByteArena.restore(chunks));
    int slots = SLOTS_MIN;
    while (!fits(size, slots)) {
      slots *= 2;
    }
    table.allocate(size == 0 ? 0 : slots);
    for (int record = table.first(); record != ABSENT; record = table.next(record)) {
      if (table.size == size || table.knows(record)) {
        throw new IllegalStateException(
            kind + " " + table.id(record) + " is one too many, expected " + size + " distinct");
      }
      table.place(record);
      table.size++;
    }
    if (table.size != size) {
      throw new IllegalStateException(table.size + " records of a " + kind + ", expected " + size);
    }
    return table;
  }

  List<Chunk> image() {
    return arena.image();
  }

  int size() {
    return size;
  }

  int find(String id) {
    if (size == 0) {
      return ABSENT;
    }
    long hash = PackedId.hash(id);
    byte tag = tag(hash);
    int mask = records.length() - 1;
    int slot = (int) hash & mask;
    for (byte at = tagAt(slot); at != 0; at = tagAt(slot)) {
      if (at == tag && matches(id, records.get(slot))) {
        return records.get(slot);
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  /** Appends a record for an id that is not there yet, and leaves its content to be written. */
  int add(String id, int contentBytes) {
    int record = arena.append(PackedId.length(id) + contentBytes);
    PackedId.write(id, arena.bytes(record), arena.start(record));
    if (fits(size + 1, records.length())) {
      place(record);
    } else {
      allocate(Math.max(SLOTS_MIN, records.length() * 2));
      for (int each = first(); each != ABSENT; each = next(each)) {
        place(each);
      }
    }
    size++;
    return record;
  }

  String id(int record) {
    return PackedId.read(arena.bytes(record), arena.start(record));
  }

  byte[] bytes(int record) {
    return arena.bytes(record);
  }

  /** Where the record's content begins, after its id. */
  int content(int record) {
    int start = arena.start(record);
    return start + PackedId.length(arena.bytes(record), start);
  }

  int first() {
    return arena.first();
  }

  int next(int record) {
    return arena.next(record);
  }

  boolean reaches(int record) {
    return arena.reaches(record);
  }

  long heapBytes() {
    return HeapBytes.object(16)
        + arena.heapBytes()
        + records.heapBytes()
        + (tags.length == 0
            ? 0
            : HeapBytes.array(tags.length, 4) + tags.length * HeapBytes.array(tags[0].length, 1));
  }

  private void allocate(int slots) {
    tags = NO_TAGS;
    records = PagedInts.NONE;
    tags = new byte[PagedInts.pages(slots)][Math.min(slots, PagedInts.PAGE_LENGTH)];
    records = new PagedInts(slots);
  }

  private void place(int record) {
    long hash = PackedId.hash(arena.bytes(record), arena.start(record));
    int mask = records.length() - 1;
    int slot = (int) hash & mask;
    while (tagAt(slot) != 0) {
      slot = (slot + 1) & mask;
    }
    tags[slot >>> PagedInts.PAGE_BITS][slot & PagedInts.PAGE_MASK] = tag(hash);
    records.set(slot, record);
  }

  /** Whether another record has the id of this one. */
  private boolean knows(int record) {
    byte[] bytes = arena.bytes(record);
    int start = arena.start(record);
    int end = start + PackedId.length(bytes, start);
    long hash = PackedId.hash(bytes, start);
    byte tag = tag(hash);
    int mask = records.length() - 1;
    int slot = (int) hash & mask;
    for (byte at = tagAt(slot); at != 0; at = tagAt(slot)) {
      if (at == tag && matches(bytes, start, end, records.get(slot))) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private boolean matches(byte[] bytes, int start, int end, int record) {
    byte[] others = arena.bytes(record);
    int othersStart = arena.start(record);
    int othersEnd = othersStart + PackedId.length(others, othersStart);
    return Arrays.equals(bytes, start, end, others, othersStart, othersEnd);
  }

  private boolean matches(String id, int record) {
    return PackedId.matches(id, arena.bytes(record), arena.start(record));
  }

  private byte tagAt(int slot) {
    return tags[slot >>> PagedInts.PAGE_BITS][slot & PagedInts.PAGE_MASK];
  }

  private static byte tag(long hash) {
    return (byte) (hash >>> 57 | 0x80);
  }

  private static boolean fits(int size, int slots) {
    return size <= slots / 4 * 3;
  }
}
