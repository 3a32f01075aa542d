package nl.onzedata.adapter.sources;

/// What parts the whole of a number from its decimals.
public enum DecimalSign {
  POINT,
  COMMA
}
