/** The auditor against journals that are made by hand, right ones and wrong ones. */
@NullMarked
package amanah.deploy.verify;

import org.jspecify.annotations.NullMarked;
