package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final int WEIGHT_MAX = 10;

  private final WaitingRoom room = new WaitingRoom(WEIGHT_MAX);

  @Test
  void donations_weigh_as_many_as_they_are_and_other_messages_one() {
    assertThat(room.admit(donate(8))).isTrue();
    assertThat(room.admit(get())).isTrue();

    assertThat(room.admit(donate(2))).isFalse();
    assertThat(room.admit(get())).isTrue();
    assertThat(room.admit(get())).isFalse();
  }

  @Test
  void whoever_waited_leaves_in_order_and_makes_room_for_as_many() {
    CampaignMessage first = donate(4);
    CampaignMessage second = get();
    room.admit(first);
    room.admit(second);

    assertThat(room.clear()).containsExactly(first, second);
    assertThat(room.clear()).isEmpty();
    assertThat(room.admit(donate(WEIGHT_MAX))).isTrue();
  }

  private static CampaignMessage donate(int count) {
    Donation donation =
        new Donation(
            DonationId.of("d"),
            Money.of(1, Currency.getInstance("USD")),
            null,
            null,
            Designation.SADAQAH,
            null,
            "r",
            null);
    return new CampaignMessage.Donate(
        Collections.nCopies(count, donation),
        Instant.MAX,
        TestInbox.<DonationsSettled>create().getRef());
  }

  private static CampaignMessage get() {
    return new CampaignMessage.Get(TestInbox.<CampaignReply>create().getRef());
  }
}
