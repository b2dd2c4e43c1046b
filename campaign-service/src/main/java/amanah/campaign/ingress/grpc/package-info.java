/** The gRPC door to the campaigns: translates, asks the application, translates back. */
@NullMarked
package amanah.campaign.ingress.grpc;

import org.jspecify.annotations.NullMarked;
