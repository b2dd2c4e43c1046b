package amanah.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitWaitersTest {

  private final CommitWaiters followers = new CommitWaiters();
  private final TestInbox<CampaignStirred> node = TestInbox.create();

  @Test
  void whoever_follows_is_told_once_for_each_time_it_asks() {
    follow(node, 0);

    followers.moved(1);
    followers.moved(2);
    assertThat(node.getAllReceived()).containsExactly(new CampaignStirred(1));
    follow(node, 2);
    followers.moved(3);

    assertThat(node.getAllReceived()).containsExactly(new CampaignStirred(3));
  }

  @Test
  void what_has_happened_already_is_told_at_once() {
    followers.moved(5);

    follow(node, 3);
    follow(node, 5);

    assertThat(node.getAllReceived()).containsExactly(new CampaignStirred(5));
  }

  @Test
  void whoever_is_ahead_is_told_when_the_campaign_has_come_there() {
    followers.moved(5);
    follow(node, 7);

    followers.moved(7);
    assertThat(node.hasMessages()).isFalse();
    followers.moved(8);

    assertThat(node.getAllReceived()).containsExactly(new CampaignStirred(8));
  }

  @Test
  void of_one_too_many_whoever_asked_first_is_forgotten() {
    List<TestInbox<CampaignStirred>> nodes =
        IntStream.rangeClosed(0, CommitWaiters.MAX)
            .mapToObj(number -> TestInbox.<CampaignStirred>create("node-" + number))
            .toList();
    nodes.forEach(each -> follow(each, 0));

    followers.moved(1);

    assertThat(nodes.getFirst().hasMessages()).isFalse();
    assertThat(nodes.subList(1, nodes.size()))
        .allSatisfy(each -> assertThat(each.hasMessages()).isTrue());
  }

  private void follow(TestInbox<CampaignStirred> who, long after) {
    followers.add(new CampaignMessage.Follow(after, who.getRef()));
  }
}
