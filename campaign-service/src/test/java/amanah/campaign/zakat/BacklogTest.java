package amanah.campaign.zakat;

import static amanah.campaign.zakat.ZakatStory.manyAssessed;
import static amanah.campaign.zakat.ZakatStory.recorded;
import static amanah.campaign.zakat.ZakatStory.zakat;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.money.Money;
import amanah.protocol.zakat.ZakatReporting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BacklogTest {

  private final Backlog backlog = new Backlog(ZakatStory.USD);
  private long sequence;

  private void commit(CampaignEvent event) {
    sequence++;
    backlog.committed(List.of(event), sequence);
  }

  @Test
  void however_much_is_committed_meanwhile_no_more_is_kept_than_two_reports_hold() {
    backlog.beginAfter(0);
    commit(manyAssessed("first", 100));
    ZakatSum reported = backlog.toReport().orElseThrow();
    for (int event = 0; event < 1_000; event++) {
      commit(manyAssessed("event-" + event, 100));
    }

    assertThat(backlog.toReport()).as("the same is on its way").containsSame(reported);
    backlog.counted(1);
    ZakatSum next = backlog.toReport().orElseThrow();
    assertThat(next.assessed()).hasSize(ZakatReporting.ASSESSED_MAX);
    backlog.counted(next.upTo());
    assertThat(backlog.toReport()).as("the rest was forgotten").isEmpty();
    assertThat(backlog.toRead()).contains(new Backlog.Gap(next.upTo(), sequence));
  }

  @Test
  void gifts_without_assessments_are_never_forgotten() {
    backlog.beginAfter(0);
    for (int event = 0; event < 10_000; event++) {
      commit(recorded(zakat("d-" + event, 1)));
    }

    ZakatSum sum = backlog.toReport().orElseThrow();

    assertThat(sum.collected().minor()).isEqualTo(10_000);
    assertThat(sum.upTo()).isEqualTo(10_000);
  }

  @Test
  void more_money_than_a_report_can_say_goes_into_the_next() {
    backlog.beginAfter(0);
    commit(recorded(zakat("most", Long.MAX_VALUE)));

    commit(recorded(zakat("more", 1)));

    assertThat(backlog.toReport().orElseThrow().collected())
        .isEqualTo(Money.of(Long.MAX_VALUE, ZakatStory.USD));
    backlog.counted(1);
    assertThat(backlog.toRead()).contains(new Backlog.Gap(1, 2));
  }

  @Test
  void one_gap_is_read_at_a_time() {
    backlog.committed(List.of(), 5);
    backlog.beginAfter(0);

    assertThat(backlog.toRead()).contains(new Backlog.Gap(0, 5));
    assertThat(backlog.toRead()).isEmpty();
    backlog.unread();
    assertThat(backlog.toRead()).contains(new Backlog.Gap(0, 5));
  }
}
