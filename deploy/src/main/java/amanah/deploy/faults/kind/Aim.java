package amanah.deploy.faults.kind;

import java.util.Set;

/** Whom a fault strikes; all others must hardly notice. */
public sealed interface Aim {

  /** The campaigns that live on these nodes, by their numbers. */
  record OfNodes(Set<Integer> nodes) implements Aim {}

  /** This campaign, by its index. */
  record OfCampaign(int campaign) implements Aim {}

  /** Every campaign. */
  record Everything() implements Aim {}

  /** The nodes that are struck. */
  default Set<Integer> struckNodes() {
    return switch (this) {
      case OfNodes some -> some.nodes();
      case OfCampaign one -> Set.of();
      case Everything all -> Set.of();
    };
  }
}
