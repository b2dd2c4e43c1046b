package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.demo.Demonstration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The shipped fundraiser, streamed into a node on a socket. */
class DemonstrationTest {

  @Test
  void takes_a_minute_and_comes_out_to_the_cent() throws InterruptedException {
    FakeTime time = new FakeTime();
    try (FakeAmanah node = new FakeAmanah()) {
      Demonstration.run(node.uri(), time, new PrintWriter(new StringWriter()));

      String[] status = {"status", "sgdq2013", "--url", node.uri().toString()};
      assertThat(Shell.run(time, status).out()).contains("257181.07 USD").contains("10781");
      assertThat(time.waited()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(70));
    }
  }

  @Test
  void waits_for_nothing_when_it_has_been_shown_before() throws InterruptedException {
    FakeTime time = new FakeTime();
    try (FakeAmanah node = new FakeAmanah()) {
      PrintWriter nowhere = new PrintWriter(new StringWriter());
      Demonstration.run(node.uri(), time, nowhere);
      int waitsOfTheFirst = time.waits().size();

      Demonstration.run(node.uri(), time, nowhere);

      assertThat(time.waits()).hasSize(waitsOfTheFirst);
    }
  }
}
