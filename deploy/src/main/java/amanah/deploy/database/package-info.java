/** The PostgreSQL that a newcomer gets without installing one, as durable as any. */
@NullMarked
package amanah.deploy.database;

import org.jspecify.annotations.NullMarked;
