/** Tests of nodes in processes of their own. */
@NullMarked
package amanah.deploy.node;

import org.jspecify.annotations.NullMarked;
