/** The gRPC door to zakat: translates, asks the application, translates back. */
@NullMarked
package amanah.zakat.ingress.grpc;

import org.jspecify.annotations.NullMarked;
