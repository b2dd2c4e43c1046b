package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.id.DonationId;
import amanah.journal.UnreadableEventException;
import amanah.money.Money;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignEventSerializerTest {

  private static final int EVENTS = 20_000;

  private final CampaignEventSerializer serializer = new CampaignEventSerializer();

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_301, -7})
  void what_is_read_is_what_was_written(long seed) {
    CampaignEvents events = new CampaignEvents(seed);
    Set<String> manifests = new HashSet<>();
    for (int count = 0; count < EVENTS; count++) {
      CampaignEvent event = events.next();
      String manifest = serializer.manifest(event);
      manifests.add(manifest);

      CampaignEvent read = serializer.fromBinary(serializer.toBinary(event), manifest);

      assertThat(read).isEqualTo(event);
    }
    assertThat(manifests).hasSize(CampaignEvent.class.getPermittedSubclasses().length);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void bytes_cut_short_anywhere_are_never_read_as_an_event(long seed) {
    CampaignEvents events = new CampaignEvents(seed);
    for (int count = 0; count < 200; count++) {
      CampaignEvent event = events.next();
      byte[] bytes = serializer.toBinary(event);
      for (int length = 0; length < bytes.length; length += 1 + bytes.length / 100) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> serializer.fromBinary(cut, serializer.manifest(event)))
            .isInstanceOf(UnreadableEventException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEM", "HRK", "ITL"})
  void what_was_given_in_a_currency_that_was_withdrawn_since_is_read_for_ever(String code) {
    Money amount = Money.of(5, Currency.getInstance(code));
    Donation donation =
        new Donation(DonationId.of("d"), amount, null, null, Designation.SADAQAH, null, "p", null);
    DonationsRecorded event = new DonationsRecorded(List.of(donation), Instant.EPOCH);

    assertThat(serializer.fromBinary(serializer.toBinary(event), serializer.manifest(event)))
        .isEqualTo(event);
  }

  @Nested
  class Reading_stops_loudly_at {

    @Test
    void an_unknown_manifest() {
      assertThatThrownBy(() -> serializer.fromBinary(new byte[0], "views-counted.v9"))
          .isInstanceOf(UnreadableEventException.class)
          .hasMessageContaining("views-counted.v9")
          .hasMessageContaining("unknown manifest");
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        views-counted.v1      | {'count':1,'at':[0,0],'extra':2}                                             | field "extra" is unknown
        views-counted.v1      | {'at':[0,0]}                                                                 | field "count" is missing
        views-counted.v1      | {'count':'1','at':[0,0]}                                                     | field "count" holds VALUE_STRING
        views-counted.v1      | {'count':1.5,'at':[0,0]}                                                     | field "count" holds VALUE_NUMBER_FLOAT
        views-counted.v1      | {'count':1,'at':[0]}                                                         | field "at" holds END_ARRAY
        views-counted.v1      | {'count':1,'at':[0,1000000000]}                                              | field "at"
        views-counted.v1      | {'count':1,'at':[99999999999999999,0]}                                       | field "at"
        views-counted.v1      | ['count']                                                                    | expected START_OBJECT
        status-changed.v1     | {'from':'active','to':'ACTIVE','at':[0,0]}                                   | field "to" has the value "ACTIVE"
        status-changed.v1     | {'from':'active','to':'paused','reason':null,'at':[0,0]}                     | field "reason" holds VALUE_NULL
        status-changed.v1     | {'from':'active','to':'paused','at':[0,0],'change':{'id':'c'}}                | field "content" is missing
        status-changed.v1     | {'from':'active','to':'paused','at':[0,0],'change':{'id':'','content':1}}     | field "id" has the value ""
        milestone-reached.v1  | {'percent':1,'raisedMinor':1,'currency':'XAU','at':[0,0]}                    | not what can have happened
        milestone-reached.v1  | {'percent':1,'raisedMinor':1,'currency':'dollars','at':[0,0]}                | field "currency" has the value "dollars"
        donation-refunded.v1  | {'refundId':'','donationId':'d','amountMinor':1,'currency':'USD','at':[0,0]} | field "refundId" has the value ""
        donations-recorded.v1 | {'c':'USD','t':[0,0],'d':[]}                                                 | field "d" is empty
        donations-recorded.v1 | {'t':[0,0],'d':[{'i':'d','a':1,'u':'s','p':'p'}]}                            | field "c" is missing
        donations-recorded.v1 | {'c':'USD','t':[0,0],'d':[{'i':'d','u':'s','p':'p'}]}                        | field "a" is missing
        donations-recorded.v1 | {'c':'USD','t':[0,0],'d':[{'i':'d','a':1,'u':'x','p':'p'}]}                  | field "u" has the value "x"
        donations-recorded.v1 | {'c':'USD','t':[0,0],'d':[{'i':'d','a':1,'o':{},'u':'s','p':'p'}]}           | field "h" is missing
        donations-recorded.v1 | {'c':'USD','t':[0,0],'d':[7]}                                                | field "d" holds VALUE_NUMBER_INT
        """)
    // spotless:on
    void what_the_manifest_does_not_promise(String manifest, String json, String problem)
        throws IOException {
      byte[] bytes = cbor(json.replace('\'', '"'));

      assertThatThrownBy(() -> serializer.fromBinary(bytes, manifest))
          .isInstanceOf(UnreadableEventException.class)
          .hasMessageStartingWith(manifest)
          .hasMessageContaining(problem);
    }

    @Test
    void bytes_behind_the_event() {
      CampaignEvent event = new CampaignEvents(5).next();
      byte[] bytes = serializer.toBinary(event);
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

      assertThatThrownBy(() -> serializer.fromBinary(longer, serializer.manifest(event)))
          .isInstanceOf(UnreadableEventException.class)
          .hasMessageContaining("bytes follow");
    }

    private byte[] cbor(String json) throws IOException {
      return new ObjectMapper(new CBORFactory())
          .writeValueAsBytes(new ObjectMapper().readTree(json));
    }
  }

  @Nested
  class Writing_refuses {

    @Test
    void what_is_no_campaign_event() {
      assertThatThrownBy(() -> serializer.toBinary("an event"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("java.lang.String is no CampaignEvent");
    }

    @Test
    void donations_in_two_currencies() {
      DonationsRecorded event =
          new DonationsRecorded(List.of(donation("USD"), donation("EUR")), Instant.EPOCH);

      assertThatThrownBy(() -> serializer.toBinary(event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not in USD");
    }

    @Test
    void a_recording_of_no_donations() {
      assertThatThrownBy(() -> serializer.toBinary(new DonationsRecorded(List.of(), Instant.EPOCH)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least one");
    }

    private Donation donation(String currency) {
      return new Donation(
          DonationId.of("d-" + currency),
          Money.of(1, Currency.getInstance(currency)),
          null,
          null,
          Designation.SADAQAH,
          null,
          "p",
          null);
    }
  }
}
