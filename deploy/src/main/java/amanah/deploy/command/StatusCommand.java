package amanah.deploy.command;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.CampaignReading;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.id.CampaignId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amanah status}: what is running, and how campaigns stand. */
@Command(
    name = "status",
    description = "Says whether a node is ready, and how campaigns stand.",
    footer = {
      "",
      "Exit code: 0 ready, 1 not ready or a campaign is unknown, 69 nothing answers.",
      "",
      "Examples:",
      "  amanah status",
      "  amanah status sgdq2013 well --url http://127.0.0.1:8081",
    })
public final class StatusCommand implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of("CAMPAIGN", "STATUS", "RAISED", "GOAL", "PERCENT", "DONATIONS", "DONORS", "BATCHER");
  private static final Patience ONE_REPEAT = Patience.of(Duration.ofMillis(200));

  private final Time time;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Campaigns to show.")
  private List<String> campaignNames = List.of();

  @Mixin private NodeUrl url = new NodeUrl();

  /** Waits by {@code time}. */
  public StatusCommand(Time time) {
    this.time = time;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<CampaignId> campaignIds = campaignIds();
    try (AmanahClient client = new AmanahClient(url.uri(), time)) {
      boolean ready = sayReadiness(client, out);
      boolean known = campaignIds.isEmpty() || sayCampaigns(campaignIds, client, out);
      return (ready && known ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }
  }

  private static boolean sayReadiness(AmanahClient client, PrintWriter out)
      throws InterruptedException {
    return switch (client.ready()) {
      case Reply.Success success -> {
        out.println("ready " + client.base());
        yield true;
      }
      case Reply.Refused refused -> throw client.unexpected(refused);
      case Reply.Later later -> {
        if (!later.answered()) {
          throw new Failure(
              ExitCode.UNAVAILABLE, later.reason() + "; start a node with: amanah up");
        }
        out.println("not ready: " + later.reason());
        yield false;
      }
    };
  }

  /** Not read by a converter: of what one refuses here, picocli says only that it is too much. */
  private List<CampaignId> campaignIds() {
    try {
      return campaignNames.stream().map(CampaignId::of).toList();
    } catch (IllegalArgumentException notAnId) {
      throw new Failure(ExitCode.USAGE, String.valueOf(notAnId.getMessage()), notAnId);
    }
  }

  private static boolean sayCampaigns(
      List<CampaignId> campaignIds, AmanahClient client, PrintWriter out)
      throws InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    boolean allKnown = true;
    for (CampaignId campaignId : campaignIds) {
      Optional<CampaignReading> reading = client.campaign(campaignId.value(), ONE_REPEAT);
      allKnown &= reading.isPresent();
      if (reading.isPresent()) {
        rows.add(row(reading.get(), client.batcher(campaignId.value())));
      } else {
        rows.add(List.of(campaignId.value(), "unknown", "-", "-", "-", "-", "-", "-"));
      }
    }
    Table.print(rows, out);
    return allKnown;
  }

  private static List<String> row(CampaignReading campaign, Optional<JsonNode> batcher) {
    return List.of(
        campaign.campaignId(),
        campaign.status(),
        campaign.raised().toString(),
        campaign.goal().toString(),
        campaign.percentFunded(),
        Long.toString(campaign.donationCount()),
        Long.toString(campaign.donorCount()),
        batcher.map(StatusCommand::batcher).orElse("-"));
  }

  private static String batcher(JsonNode batcher) {
    long pending = batcher.path("pending").asLong();
    String status = batcher.path("status").asText("-");
    return pending == 0 ? status : status + ", " + pending + " pending";
  }
}
