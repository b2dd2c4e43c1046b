package amanah.journal.register;

/**
 * What tells one life of a member from every other.
 *
 * @param address where the others reach it, in Akka's words
 * @param uid drawn anew each time that it starts
 */
public record MemberId(String address, long uid) {

  @Override
  public String toString() {
    return address + "#" + uid;
  }
}
