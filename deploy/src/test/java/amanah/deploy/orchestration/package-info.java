/** Tests of what runs the nodes elsewhere: image, Compose file and Kubernetes manifests. */
@NullMarked
package amanah.deploy.orchestration;

import org.jspecify.annotations.NullMarked;
