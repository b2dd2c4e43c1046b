package amanah.deploy.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a file or folder could not be used, in words: what Java says of it is often nothing but its
 * path.
 */
public final class FileReason {

  private FileReason() {}

  /** Such as {@code permission is denied}. */
  public static String of(IOException failed) {
    return switch (failed) {
      case AccessDeniedException denied -> "permission is denied";
      case NoSuchFileException none -> "there is no such file or folder";
      case FileAlreadyExistsException there -> "a file of that name is in the way";
      case NotDirectoryException file -> "it is a file, expected a folder";
      case DirectoryNotEmptyException full -> "the folder is not empty";
      case FileSystemLoopException loop -> "its links lead in a circle";
      case CharacterCodingException bytes -> "it is not text in UTF-8";
      case FileSystemException system -> inWords(system.getReason());
      default -> inWords(failed.getMessage());
    };
  }

  /** The operating system's words, such as {@code No space left on device}. */
  private static String inWords(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return "the system does not say why";
    }
    String first = said.lines().findFirst().orElse("").strip();
    return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }
}
