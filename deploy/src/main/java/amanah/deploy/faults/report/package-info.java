/** What a run was, for people and programs. */
@NullMarked
package amanah.deploy.faults.report;

import org.jspecify.annotations.NullMarked;
