package amanah.supervision;

/** What a child is for its supervisor's books. */
public enum ChildKind {
  /** It does the work. */
  WORKER,

  /** It supervises others. */
  SUPERVISOR
}
