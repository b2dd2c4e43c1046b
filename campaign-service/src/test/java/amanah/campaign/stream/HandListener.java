package amanah.campaign.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener that holds what it is told against what it was told before. */
final class HandListener implements StreamListener {

  private final List<Integer> pages = new ArrayList<>();
  private long position;
  private boolean told;
  private int quiets;
  private @Nullable StreamEnd end;

  /** One that knows the events up to that number. */
  HandListener(long after) {
    this.position = after;
  }

  /** The number of the last event that it was told. */
  long position() {
    return position;
  }

  /** How many events it was told each time. */
  List<Integer> pages() {
    return pages;
  }

  /** Whether it was told something since this was last asked. */
  boolean wasTold() {
    boolean was = told;
    told = false;
    return was;
  }

  int quiets() {
    return quiets;
  }

  @Nullable StreamEnd end() {
    return end;
  }

  @Override
  public void onEvents(List<StreamedEvent> events) {
    assertThat(end).isNull();
    assertThat(events).isNotEmpty();
    for (StreamedEvent event : events) {
      assertThat(event.sequence()).as("the event after %s", position).isEqualTo(position + 1);
      position++;
    }
    pages.add(events.size());
    told = true;
  }

  @Override
  public void onQuiet() {
    assertThat(end).isNull();
    quiets++;
    told = true;
  }

  @Override
  public void onEnd(StreamEnd why) {
    assertThat(end).isNull();
    end = why;
  }
}
