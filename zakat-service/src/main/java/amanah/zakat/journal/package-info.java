/** What the zakat journal keeps: the bytes of events, the tables they live in, and reads beside. */
@NullMarked
package amanah.zakat.journal;

import org.jspecify.annotations.NullMarked;
