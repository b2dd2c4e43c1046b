package amanah.deploy.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one process the only user of a directory; the system lets go of it when the process dies.
 */
final class DirectoryLock implements AutoCloseable {

  // The system's locks belong to the process, and closing any channel of the file drops them all: a
  // second attempt from within must be turned away before it opens the file.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private static final int PID_BYTES_MAX = 32;

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static DirectoryLock of(Path directory) throws IOException {
    Path file = directory.toRealPath().resolve("lock");
    String self = String.valueOf(ProcessHandle.current().pid());
    if (!HELD_HERE.add(file)) {
      throw inUse(directory, self);
    }
    @Nullable DirectoryLock lock = null;
    try {
      lock = lock(directory, file, self);
      return lock;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(file);
  }

  private static DirectoryLock lock(Path directory, Path file, String self) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      String holder = read(channel);
      channel.close();
      throw inUse(directory, holder);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)), 0);
    return new DirectoryLock(file, channel);
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PID_BYTES_MAX);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
  }

  private static DatabaseStartException inUse(Path directory, String holder) {
    return new DatabaseStartException(
        "The database in " + directory + " is in use by process " + holder + "; stop that first.");
  }
}
