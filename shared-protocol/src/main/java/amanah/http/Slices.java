package amanah.http;

import java.util.ArrayList;
import java.util.List;

/** Cuts a batch into its items without reading them. */
public final class Slices {

  private final byte[] bytes;
  private final int itemsMax;
  private final List<Slice> slices = new ArrayList<>();
  private int beyond;

  private Slices(byte[] bytes, int itemsMax) {
    this.bytes = bytes;
    this.itemsMax = itemsMax;
  }

  /** Where one item lies in the body. */
  public record Slice(int offset, int length) {}

  /** One item a line; blank lines are none. */
  public static List<Slice> lines(byte[] bytes, int itemsMax) {
    Slices slices = new Slices(bytes, itemsMax);
    int start = 0;
    for (int index = 0; index <= bytes.length; index++) {
      if (index == bytes.length || bytes[index] == '\n') {
        slices.cut(start, index);
        start = index + 1;
      }
    }
    slices.requireCount();
    return slices.slices;
  }

  /** The items of one JSON array. */
  public static List<Slice> array(byte[] bytes, int itemsMax) {
    Slices slices = new Slices(bytes, itemsMax);
    int open = slices.skipBlank(0);
    if (open == bytes.length || bytes[open] != '[') {
      throw malformed("the JSON is no array, expected an array of items");
    }
    int close = slices.items(open + 1);
    if (slices.skipBlank(close + 1) != bytes.length) {
      throw malformed("something follows the array");
    }
    slices.requireCount();
    return slices.slices;
  }

  /** Cuts at each comma that is in no string, object or inner array; says where the array ends. */
  private int items(int from) {
    int depth = 0;
    int start = from;
    for (int index = from; index < bytes.length; index++) {
      switch (bytes[index]) {
        case '"' -> index = endOfString(index);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case ',' -> {
          if (depth == 0) {
            requireItem(start, index);
            start = index + 1;
          }
        }
        default -> {
          // Inside a number, a literal or white space.
        }
      }
      if (depth < 0) {
        boolean empty = slices.isEmpty() && skipBlank(start) == index;
        if (bytes[index] != ']') {
          throw malformed("the array is closed by a brace");
        }
        if (!empty) {
          requireItem(start, index);
        }
        return index;
      }
    }
    throw malformed("the array does not end");
  }

  private int endOfString(int quote) {
    for (int index = quote + 1; index < bytes.length; index++) {
      if (bytes[index] == '\\') {
        index++;
      } else if (bytes[index] == '"') {
        return index;
      }
    }
    throw malformed("a string does not end");
  }

  private void requireItem(int start, int end) {
    if (skipBlank(start) >= end) {
      throw malformed("an item is missing between two commas or at the end of the array");
    }
    cut(start, end);
  }

  private void cut(int start, int end) {
    if (skipBlank(start) < end) {
      if (slices.size() == itemsMax) {
        beyond++;
      } else {
        slices.add(new Slice(start, end - start));
      }
    }
  }

  private void requireCount() {
    requireCount(slices.size() + beyond, itemsMax);
  }

  /** Refuses more items than that. */
  public static void requireCount(int count, int itemsMax) {
    if (count > itemsMax) {
      throw BadRequest.of(
          ProblemCode.TOO_LARGE,
          "the batch has %d items, expected at most %d".formatted(count, itemsMax));
    }
  }

  private int skipBlank(int from) {
    int index = from;
    while (index < bytes.length
        && (bytes[index] == ' '
            || bytes[index] == '\t'
            || bytes[index] == '\r'
            || bytes[index] == '\n')) {
      index++;
    }
    return index;
  }

  private static BadRequest malformed(String detail) {
    return BadRequest.of(ProblemCode.MALFORMED, detail);
  }
}
