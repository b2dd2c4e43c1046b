package amanah.deploy.load.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.FakeTime;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadReadings;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Pace;
import amanah.id.CampaignId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrpcLoadTest {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final int DONATIONS = 1_000;

  @Test
  void streams_that_are_never_answered_are_in_the_books_when_the_load_breaks_off() {
    FakeTime time = new FakeTime();
    GrpcLoad load = new GrpcLoad(List.of(NOBODY), GrpcLoad.Manner.STREAMS, 2, time);
    NumberedDonations donations =
        new NumberedDonations("b", List.of(CampaignId.of("one"), CampaignId.of("another")), 7);
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(0, Duration.ZERO, Duration.ofSeconds(1)));

    assertThatThrownBy(
            () ->
                load.run(
                    donations, new DonationBooks(2), new Pace.Even(DONATIONS, DONATIONS), readings))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("have no answer PT1M40S after the last began");

    assertThat(readings.figures().refused()).containsEntry("given up", (long) DONATIONS).hasSize(1);
  }
}
