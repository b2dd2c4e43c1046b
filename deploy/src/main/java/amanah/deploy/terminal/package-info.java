/** What the person at the terminal sees: exit codes, failures in one sentence, progress. */
@NullMarked
package amanah.deploy.terminal;

import org.jspecify.annotations.NullMarked;
