/** What both doors share: one set of rules for requests, one code for each refusal. */
@NullMarked
package amanah.zakat.ingress.request;

import org.jspecify.annotations.NullMarked;
