package amanah.supervision;

/** All that reaches a dynamic supervisor: the public commands and its own notes. */
sealed interface DynamicSupervisorMessage<A, T> permits DynamicSupervisorCommand, DynamicNote {}
