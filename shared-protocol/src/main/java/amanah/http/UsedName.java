package amanah.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * The name that a request's matter, such as its donation, went by, whoever made it. Every problem
 * after it tells it, for a caller can retry with the same name only when the caller knows it.
 *
 * @param field what the name is called in the body
 */
public record UsedName(String field, String value) {

  private static final AttributeKey<UsedName> KEY =
      AttributeKey.valueOf(UsedName.class, "USED_NAME");

  /** The name used by the request so far, or null. */
  public static @Nullable UsedName of(ServiceRequestContext context) {
    return context.attr(KEY);
  }

  /** Every problem of that request tells it from now on. */
  public void keepIn(ServiceRequestContext context) {
    context.setAttr(KEY, this);
  }
}
