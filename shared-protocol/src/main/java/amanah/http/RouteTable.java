package amanah.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one service serves at the door of its node. */
public interface RouteTable {

  /** Its calls. */
  List<Route> routes();

  /** Its part of the contract; {@link OpenApi#part} reads it. */
  ObjectNode openApi();
}
