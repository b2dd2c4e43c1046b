/** What a user would run instead: plain SQL on the same server, and GenServers in Elixir. */
@NullMarked
package amanah.deploy.bench.baseline;

import org.jspecify.annotations.NullMarked;
