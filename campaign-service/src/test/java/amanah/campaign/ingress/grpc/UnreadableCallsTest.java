package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library that reads calls fails on is the caller's mistake. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableCallsTest {

  private static final String WELL = "00000000060a0477656c6c";

  private final TwoDoors doors = TwoDoors.with(IntakeLimits.USUAL, "well");

  @AfterAll
  void close() {
    doors.close();
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "CampaignService/GetCampaign | grpc-timeout  | ''                  | WELL",
    "CampaignService/GetCampaign | grpc-timeout  | 5s                  | WELL",
    "CampaignService/GetCampaign | grpc-timeout  | 1.5S                | WELL",
    "CampaignService/GetCampaign | grpc-timeout  | -1S                 | WELL",
    "CampaignService/GetCampaign | grpc-timeout  | 999999999S          | WELL",
    "CampaignService/GetCampaign | tags-bin      | !!not base64!!      | WELL",
    "CampaignService/GetCampaign | tags-bin      | x                   | WELL",
    "CampaignService/GetCampaign | grpc-encoding | gzip                | 010000000401020304",
    "CampaignService/GetCampaign | grpc-encoding | gzip                | 01000000021f8b",
    "EventService/WatchCampaign  | x             | two messages        | WELLWELL",
    "CampaignService/GetCampaign;a=b | x         | parameters          | WELL",
    "IntakeService/Donate        | grpc-timeout  | 5s                  | WELL",
    "IntakeService/Donate        | grpc-encoding | gzip                | 010000000401020304",
    "IntakeService/Donate        | x             | nothing, and a rest | 000000000000000000080a060a0477656c6c"
  })
  // spotless:on
  void a_call_that_cannot_be_read_is_refused_and_never_internal(
      String call, String header, String value, String hex) throws InvalidProtocolBufferException {
    AggregatedHttpResponse response = called(call, header, value, hex);

    assertThat(trailer(response, "grpc-status")).as(response.toString()).isEqualTo("3");
    byte[] details = Base64.getDecoder().decode(trailer(response, "grpc-status-details-bin"));
    ErrorInfo info = Status.parseFrom(details).getDetails(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isIn("malformed", "invalid_field");
  }

  @Test
  void what_one_caller_sends_changes_no_answer_to_another() {
    assertThat(trailer(called("CampaignService/GetCampaign;a=b", "x", "", "WELL"), "grpc-status"))
        .isEqualTo("3");
    assertThat(trailer(called("CampaignService/GetCampaign", "x", "", "WELL"), "grpc-status"))
        .isEqualTo("0");
  }

  private AggregatedHttpResponse called(String call, String header, String value, String hex) {
    return doors
        .http()
        .execute(
            HttpRequest.of(
                RequestHeaders.builder(HttpMethod.POST, "/amanah.v1." + call)
                    .contentType(MediaType.parse("application/grpc"))
                    .set(header, value)
                    .build(),
                HttpData.wrap(HexFormat.of().parseHex(hex.replace("WELL", WELL)))))
        .aggregate()
        .join();
  }

  private static String trailer(AggregatedHttpResponse response, String name) {
    return response.headers().get(name, response.trailers().get(name, ""));
  }
}
