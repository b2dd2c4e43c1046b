package amanah.supervision;

/** All that reaches a supervisor: the public commands and its own notes. */
sealed interface SupervisorMessage permits SupervisorCommand, ChildNote {}
