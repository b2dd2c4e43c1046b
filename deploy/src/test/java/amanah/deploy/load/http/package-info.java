/** Tests of the HTTP load against a server of this process. */
@NullMarked
package amanah.deploy.load.http;

import org.jspecify.annotations.NullMarked;
