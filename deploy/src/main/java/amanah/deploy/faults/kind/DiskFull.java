package amanah.deploy.faults.kind;

import java.io.IOException;
import java.util.Optional;

/** The database's disk is full. */
final class DiskFull implements FaultKind {

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public String says() {
    return "a ballast file fills the database's disk, then is removed";
  }

  @Override
  public Need need() {
    return Need.SMALL_DISK;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {10, 20};
  }

  @Override
  public Bounds bounds() {
    return Bounds.DISK;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    try {
      site.needDisk().fill();
      site.pause().await(blow.lasts());
    } finally {
      site.needDisk().empty();
    }
    Targets.awaitDatabase(site);
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed that the disk was full");
  }
}
