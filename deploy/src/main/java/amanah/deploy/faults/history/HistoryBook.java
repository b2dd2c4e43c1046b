package amanah.deploy.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All operations of a run. Each campaign has one block of them in memory; full ones are in a file,
 * so that a long run takes no more memory than a short one.
 */
public final class HistoryBook implements AutoCloseable {

  private static final int BLOCK = 128;
  private static final int BLOCK_BYTES = BLOCK * OperationLongs.WIDTH * Long.BYTES;

  private final FileChannel file;
  private final List<Page> pages = new ArrayList<>();
  private long fileBytes;
  private volatile long originNanos;

  private HistoryBook(FileChannel file, int campaigns) {
    this.file = file;
    for (int campaign = 0; campaign < campaigns; campaign++) {
      pages.add(new Page());
    }
  }

  /** An empty book of so many campaigns that replaces {@code file}. */
  public static HistoryBook open(Path file, int campaigns) throws IOException {
    return new HistoryBook(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE),
        campaigns);
  }

  /** From when on times are told. */
  public void beginsAt(long nanos) {
    originNanos = nanos;
  }

  /** From when on times are told. */
  public long originNanos() {
    return originNanos;
  }

  /** Notes an operation on a campaign, by its index. */
  public void add(int campaign, Operation operation) {
    pages.get(campaign).add(operation);
  }

  /** All operations on a campaign, in no order. */
  public List<Operation> operations(int campaign) {
    return pages.get(campaign).all();
  }

  /** How many operations there are. */
  public long count() {
    return pages.stream().mapToLong(Page::count).sum();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private synchronized long append(ByteBuffer block) {
    long at = fileBytes;
    fileBytes += block.remaining();
    transfer(block, at, true);
    return at;
  }

  private void transfer(ByteBuffer block, long from, boolean writes) {
    long at = from;
    try {
      while (block.hasRemaining()) {
        int moved = writes ? file.write(block, at) : file.read(block, at);
        if (moved < 0) {
          throw new IOException("the history ends at " + at);
        }
        at += moved;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("the history cannot be kept", failed);
    }
  }

  /** The operations on one campaign. */
  private final class Page {

    private final LongBuffer block = LongBuffer.allocate(BLOCK * OperationLongs.WIDTH);
    private long[] blocks = new long[16];
    private int full;

    synchronized void add(Operation operation) {
      OperationLongs.write(operation, block);
      if (!block.hasRemaining()) {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
        bytes.asLongBuffer().put(block.flip());
        if (full == blocks.length) {
          blocks = Arrays.copyOf(blocks, Math.multiplyExact(2, full));
        }
        blocks[full] = append(bytes);
        full++;
        block.clear();
      }
    }

    synchronized long count() {
      return (long) full * BLOCK + block.position() / OperationLongs.WIDTH;
    }

    synchronized List<Operation> all() {
      List<Operation> all = new ArrayList<>();
      for (int at = 0; at < full; at++) {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
        transfer(bytes, blocks[at], false);
        readAll(bytes.flip().asLongBuffer(), all);
      }
      readAll(block.duplicate().flip(), all);
      return all;
    }

    private static void readAll(LongBuffer longs, List<Operation> all) {
      while (longs.hasRemaining()) {
        all.add(OperationLongs.read(longs));
      }
    }
  }
}
