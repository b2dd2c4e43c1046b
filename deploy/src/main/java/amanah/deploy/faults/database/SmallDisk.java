package amanah.deploy.faults.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A file system in memory of a stated size, which a ballast file fills to the last byte. */
public final class SmallDisk implements AutoCloseable {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int SMALLEST_BYTES = 4096;

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /** Why there can be none here, or empty when there can. */
  public static Optional<String> hindrance() {
    boolean can =
        "root".equals(System.getProperty("user.name"))
            && System.getProperty("os.name", "").startsWith("Linux");
    return can ? Optional.empty() : Optional.of("a small disk needs Linux and root");
  }

  /** Mounts one of that size at {@code directory}. */
  public static SmallDisk mount(Path directory, int megabytes) throws IOException {
    Files.createDirectories(directory);
    Commands.run(
        List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory + ""),
        false);
    return new SmallDisk(directory);
  }

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /** Leaves no room. */
  public void fill() throws IOException {
    try (FileChannel channel =
        FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int size = BLOCK_BYTES; size >= SMALLEST_BYTES; size /= 2) {
        fill(channel, ByteBuffer.allocateDirect(size));
      }
    }
  }

  /** Leaves room again. */
  public void empty() throws IOException {
    Files.deleteIfExists(ballast());
  }

  @Override
  public void close() throws IOException {
    empty();
    Commands.run(List.of("umount", "-l", directory.toString()), false);
  }

  /** The end of the room shows as a failed write. */
  private static void fill(FileChannel channel, ByteBuffer block) {
    try {
      while (true) {
        block.clear();
        channel.write(block);
      }
    } catch (IOException full) {
      block.clear();
    }
  }

  private Path ballast() {
    return directory.resolve("ballast");
  }
}
