package nl.onzedata.adapter.postgres;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Random letters and digits that are not mistaken for each other: a-z and 2-7, five bits each.
final class RandomWords {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private RandomWords() {}

  static String letters(SecureRandom random, int count) {
    return random
        .ints(count, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
