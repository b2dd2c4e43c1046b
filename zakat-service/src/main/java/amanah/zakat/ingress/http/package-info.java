/** Zakat at the public HTTP door: reads requests, asks the application, writes its answers. */
@NullMarked
package amanah.zakat.ingress.http;

import org.jspecify.annotations.NullMarked;
