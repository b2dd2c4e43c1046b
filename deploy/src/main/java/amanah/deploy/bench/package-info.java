/** Measures the node beside what a user would run instead, on one machine in one go. */
@NullMarked
package amanah.deploy.bench;

import org.jspecify.annotations.NullMarked;
