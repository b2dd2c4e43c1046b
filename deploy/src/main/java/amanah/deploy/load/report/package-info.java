/** What a load came to: counted and timed, as a table, a picture and for programs. */
@NullMarked
package amanah.deploy.load.report;

import org.jspecify.annotations.NullMarked;
