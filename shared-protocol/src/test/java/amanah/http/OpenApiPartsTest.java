package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiPartsTest {

  private static final ObjectNode NODE =
      json(
          """
          {"openapi": "3.1.0", "info": {"title": "T"}, "servers": [],
           "tags": [{"name": "node"}], "paths": {"/healthz": {}},
           "components": {"schemas": {"Id": {"type": "string"}}}}
          """);

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  @Test
  void parts_stand_beside_one_another_the_services_first() {
    ObjectNode wells =
        json(
            """
            {"tags": [{"name": "wells"}], "paths": {"/v1/wells": {}},
             "components": {"schemas": {"Well": {}}}}
            """);

    assertThat(OpenApi.together(NODE, List.of(wells)).toString())
        .isEqualTo(
            """
            {"openapi":"3.1.0","info":{"title":"T"},"servers":[],\
            "tags":[{"name":"wells"},{"name":"node"}],"paths":{"/v1/wells":{},"/healthz":{}},\
            "components":{"schemas":{"Well":{},"Id":{"type":"string"}}}}""");
  }

  @Test
  void two_parts_that_contradict_each_other_are_refused() {
    ObjectNode other = json("{\"components\": {\"schemas\": {\"Id\": {\"type\": \"integer\"}}}}");

    assertThatThrownBy(() -> OpenApi.together(NODE, List.of(other)))
        .hasMessageContaining("/components/schemas/Id/type");
  }

  @Test
  void a_part_stays_as_it_is_when_others_are_added() {
    ObjectNode before = NODE.deepCopy();

    OpenApi.together(NODE, List.of(json("{\"paths\": {\"/v1/wells\": {}}}")));

    assertThat(NODE).isEqualTo(before);
  }
}
