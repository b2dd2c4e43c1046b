package amanah.deploy.intake;

/** Where the rows go that were not recorded. */
@FunctionalInterface
interface Refusals {

  /** Keeps a row, in the order of the file. */
  void add(Entry.Refused row);
}
