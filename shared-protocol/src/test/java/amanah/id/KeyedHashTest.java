package amanah.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

  /** Of the key 00, 01, ... 0f, in the order of bytes that the paper has. */
  private static final long KEY_LOW = 0x0706050403020100L;

  private static final long KEY_HIGH = 0x0f0e0d0c0b0a0908L;

  @Test
  void nothing_is_hashed_as_the_reference_implementation_does() {
    KeyedHash hash = new KeyedHash(KEY_LOW, KEY_HIGH);
    hash.add(0L); // a text of no bytes: the word that only tells its length

    assertThat(hash.finish()).isEqualTo(0xabac0158050fc4dcL);
  }

  @Test
  void another_key_is_another_hash() {
    KeyedHash one = new KeyedHash(KEY_LOW, KEY_HIGH);
    KeyedHash other = new KeyedHash(KEY_LOW + 1, KEY_HIGH);
    one.add(7);
    other.add(7);

    assertThat(one.finish()).isNotEqualTo(other.finish());
  }
}
