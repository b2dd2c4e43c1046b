package amanah.deploy;

import amanah.money.Money;
import amanah.v1.NewDonation;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The campaigns of a {@link FakeAmanah}, each with its donations in the order of their record. */
final class FakeCampaigns {

  private final Map<String, Campaign> campaigns = new ConcurrentHashMap<>();

  /** Whether there was none of that id. */
  boolean open(String campaignId, String title, Money goal) {
    return campaigns.putIfAbsent(campaignId, new Campaign(title, goal)) == null;
  }

  Optional<Campaign> find(String campaignId) {
    return Optional.ofNullable(campaigns.get(campaignId));
  }

  Campaign existing(String campaignId) {
    return Objects.requireNonNull(campaigns.get(campaignId));
  }

  /** A campaign; takes what it has no other content for. */
  static final class Campaign {

    private final String title;
    private final Money goal;
    private final Map<String, NewDonation> donations = new LinkedHashMap<>();
    private Money raised;

    private Campaign(String title, Money goal) {
      this.title = title;
      this.goal = goal;
      this.raised = Money.zero(goal.currency());
    }

    /** What was known under its name before, if anything. */
    synchronized @Nullable NewDonation record(NewDonation donation) {
      NewDonation known = donations.putIfAbsent(donation.getDonationId(), donation);
      if (known == null) {
        raised = raised.plus(amount(donation));
      }
      return known;
    }

    String title() {
      return title;
    }

    Money goal() {
      return goal;
    }

    synchronized Money raised() {
      return raised;
    }

    synchronized Map<String, NewDonation> donations() {
      return new LinkedHashMap<>(donations);
    }

    synchronized NewDonation donation(String donationId) {
      return Objects.requireNonNull(donations.get(donationId));
    }

    private static Money amount(NewDonation donation) {
      Currency currency = Currency.getInstance(donation.getAmount().getCurrency());
      return Money.parse(donation.getAmount().getAmount(), currency);
    }
  }
}
