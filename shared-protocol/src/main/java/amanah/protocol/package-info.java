/** What actors say to one another across nodes; always CBOR, never Java serialization. */
@NullMarked
package amanah.protocol;

import org.jspecify.annotations.NullMarked;
