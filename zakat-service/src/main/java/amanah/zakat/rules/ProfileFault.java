package amanah.zakat.rules;

/** A profile file that cannot be used; the service does not start with it. */
public final class ProfileFault extends RuntimeException {

  private final String file;
  private final String key;

  ProfileFault(String file, String key, String value, String expected) {
    super(file + ": " + key + " = " + value + ", expected " + expected);
    this.file = file;
    this.key = key;
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The key in it. */
  public String key() {
    return key;
  }
}
