/** The commands, one a file. */
@NullMarked
package amanah.deploy.command;

import org.jspecify.annotations.NullMarked;
