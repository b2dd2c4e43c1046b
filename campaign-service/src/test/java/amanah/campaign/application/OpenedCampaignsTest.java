package amanah.campaign.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenedCampaignsTest {

  private static final CampaignId WELL = CampaignId.of("well");

  private final Set<CampaignId> journal = new HashSet<>();
  private final List<Question> questions = new ArrayList<>();
  private final OpenedCampaigns opened = new OpenedCampaigns(this::ask);

  private record Question(Set<CampaignId> campaigns, CompletableFuture<Set<CampaignId>> answer) {}

  private CompletionStage<Set<CampaignId>> ask(Collection<CampaignId> campaigns) {
    Question question = new Question(Set.copyOf(campaigns), new CompletableFuture<>());
    questions.add(question);
    return question.answer();
  }

  private void answer(int question) {
    Set<CampaignId> found = new HashSet<>(questions.get(question).campaigns());
    found.retainAll(journal);
    questions.get(question).answer().complete(found);
  }

  private CompletableFuture<Boolean> look(String id) {
    return opened.mayBeOpened(CampaignId.of(id)).toCompletableFuture();
  }

  @Test
  void what_was_opened_is_asked_for_once_and_remembered() {
    journal.add(WELL);

    CompletableFuture<Boolean> first = look("well");
    answer(0);

    assertThat(first).isCompletedWithValue(true);
    assertThat(opened.knows(WELL)).isTrue();
  }

  @Test
  void what_was_not_opened_is_asked_for_each_time() {
    CompletableFuture<Boolean> before = look("well");
    answer(0);
    journal.add(WELL);
    CompletableFuture<Boolean> after = look("well");
    answer(1);

    assertThat(before).isCompletedWithValue(false);
    assertThat(after).isCompletedWithValue(true);
  }

  @Test
  void whoever_comes_while_the_journal_is_asked_is_asked_for_in_the_next_question() {
    CompletableFuture<Boolean> first = look("well");
    CompletableFuture<Boolean> second = look("well");
    journal.add(WELL);

    questions.getFirst().answer().complete(Set.of());
    answer(1);

    assertThat(first).isCompletedWithValue(false);
    assertThat(second).isCompletedWithValue(true);
  }

  @Test
  void names_that_gather_are_asked_for_together_up_to_a_bound() {
    CompletableFuture<Boolean> first = look("first");
    List<CompletableFuture<Boolean>> gathered =
        IntStream.range(0, OpenedCampaigns.TOGETHER_MAX + 1)
            .mapToObj(each -> look("name-" + each))
            .toList();

    answer(0);
    answer(1);
    answer(2);

    assertThat(questions)
        .extracting(question -> question.campaigns().size())
        .containsExactly(1, OpenedCampaigns.TOGETHER_MAX, 1);
    assertThat(first).isCompletedWithValue(false);
    assertThat(gathered).allSatisfy(each -> assertThat(each).isCompletedWithValue(false));
  }

  @Test
  void a_journal_that_does_not_say_leaves_it_open_and_the_next_is_asked_again() {
    CompletableFuture<Boolean> silent = look("well");
    questions.getFirst().answer().completeExceptionally(new IllegalStateException("away"));
    CompletableFuture<Boolean> next = look("well");
    answer(1);

    assertThat(silent).isCompletedWithValue(true);
    assertThat(opened.knows(WELL)).isFalse();
    assertThat(next).isCompletedWithValue(false);
  }

  @Test
  void one_more_than_may_wait_is_refused_and_the_others_keep_their_places() {
    List<CompletableFuture<Boolean>> full =
        IntStream.rangeClosed(0, OpenedCampaigns.WAITING_MAX)
            .mapToObj(each -> look("name-" + each))
            .toList();

    CompletableFuture<Boolean> more = look("more");

    assertThatThrownBy(more::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("expected fewer than " + OpenedCampaigns.WAITING_MAX);
    assertThat(full).allSatisfy(each -> assertThat(each).isNotDone());
    assertThat(look("name-1")).isNotDone();
  }
}
