package amanah.supervision;

/** What a dynamic supervisor notes for itself about a child. */
record DynamicNote<A, T>(ChildNote note) implements DynamicSupervisorMessage<A, T> {}
