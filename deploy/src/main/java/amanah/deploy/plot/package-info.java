/** Pictures of measurements, as SVG that stands in a page or alone. */
@NullMarked
package amanah.deploy.plot;

import org.jspecify.annotations.NullMarked;
