package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import akka.actor.typed.ActorRef;
import amanah.supervision.SupervisorNotice.ChildDown;
import amanah.supervision.SupervisorNotice.ChildUp;
import amanah.supervision.SupervisorNotice.DownReason;
import amanah.supervision.Workers.Order;
import amanah.testing.ActorTestKitExtension;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildAddressesTest {

  @RegisterExtension static final ActorTestKitExtension AKKA = new ActorTestKitExtension();

  private final ActorRef<Order> ref = AKKA.kit().<Order>createTestProbe().ref();

  @Test
  void addresses_follow_the_notices() {
    ChildAddresses up = ChildAddresses.none().after(new ChildUp<>(A, ref));
    assertThat(up.ref(A)).isEqualTo(ref);

    ChildAddresses down = up.after(new ChildDown(A, new DownReason.Ended()));
    assertThat(down.find(A)).isEmpty();
    assertThat(up.ref(A)).isEqualTo(ref);
  }

  @Test
  void a_child_that_is_not_running_has_no_address() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> ChildAddresses.none().after(new ChildUp<>(A, ref)).ref(B))
        .withMessage("Child 'b' is not running");
  }

  @Test
  void another_key_of_the_same_name_finds_nothing() {
    ChildKey<String> forged = ChildKey.of(A.name());

    assertThat(ChildAddresses.none().after(new ChildUp<>(A, ref)).find(forged)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "$a"})
  void a_key_has_a_name_for_an_actor(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ChildKey.of(name));
  }
}
