/** The page of the documentation, as somebody sees it who clicks and types on it. */
@NullMarked
package amanah.deploy.docs;

import org.jspecify.annotations.NullMarked;
