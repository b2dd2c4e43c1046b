package amanah.deploy.faults.kind;

/** What a kind cannot do without; where it is not to be had the kind is skipped. */
public enum Need {
  /** Nothing that is not everywhere. */
  NOTHING,
  /** Network namespaces, which need root and Linux. */
  NAMESPACES,
  /** Root on Linux, to give a process more of the processor again. */
  ROOT,
  /** A file system of a few hundred megabytes, which needs root and Linux. */
  SMALL_DISK,
  /** A majority that is left when one node is away. */
  THREE_NODES
}
