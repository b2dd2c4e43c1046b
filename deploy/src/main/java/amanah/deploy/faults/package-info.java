/**
 * {@code amanah faults}: a cluster under load, struck by a seeded schedule, and held to account.
 */
@NullMarked
package amanah.deploy.faults;

import org.jspecify.annotations.NullMarked;
