/** Tests of {@code amanah.deploy.faults.books}. */
@NullMarked
package amanah.deploy.faults.books;

import org.jspecify.annotations.NullMarked;
