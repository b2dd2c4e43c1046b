package amanah.zakat.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an assessment runs follows from its id, for ever. */
final class AssessmentShardsTest {

  @ParameterizedTest
  @CsvSource({"a, 97", "aisha-1447, 15", "bilal.1447, 92"})
  void the_shard_of_an_id_never_changes(String id, String shard) {
    assertThat(AssessmentShards.shardOf(AssessmentId.of(id))).isEqualTo(shard);
  }

  @Test
  void ids_fall_into_all_shards() {
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(number -> AssessmentShards.shardOf(AssessmentId.of("a-" + number)))
                .collect(Collectors.toSet()))
        .hasSize(AssessmentShards.COUNT);
  }
}
