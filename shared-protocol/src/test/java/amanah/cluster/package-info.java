@NullMarked
package amanah.cluster;

import org.jspecify.annotations.NullMarked;
