package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.linecorp.armeria.common.QueryParams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static Fields query(String... parameters) {
    return Fields.ofQuery(QueryParams.of(parameters[0], parameters[1]), new FieldErrors());
  }

  private static String written(Optional<String> next) {
    return new String(
        Json.bytes(json -> Pages.write(json, List.of("a", "b"), JsonGenerator::writeString, next)),
        StandardCharsets.UTF_8);
  }

  @Test
  void a_page_has_fifty_items_unless_another_limit_is_asked_for() {
    assertThat(Pages.limit(query("other", "x"))).isEqualTo(50);
    assertThat(Pages.limit(query("limit", "500"))).isEqualTo(500);
  }

  @Test
  void the_next_page_goes_on_where_this_one_ended() {
    String page = written(Optional.of("2026/é"));
    String cursor = page.replaceAll(".*\"nextCursor\":\"([^\"]*)\".*", "$1");

    assertThat(page).startsWith("{\"items\":[\"a\",\"b\"],\"nextCursor\":\"");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Pages.place(query("cursor", cursor), Function.identity())).hasValue("2026/é");
  }

  @Test
  void the_last_page_has_no_next() {
    assertThat(written(Optional.empty())).endsWith(",\"nextCursor\":null}");
  }
}
