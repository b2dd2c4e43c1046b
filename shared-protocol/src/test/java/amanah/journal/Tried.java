package amanah.journal;

/** What an entity that is tried is made of: how many events it had, and all they said. */
record Tried(long sequence, String said) {

  static final Tried NOTHING = new Tried(0, "");

  Tried and(String more) {
    return new Tried(sequence + 1, said + more);
  }
}
