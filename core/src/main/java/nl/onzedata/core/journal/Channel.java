package nl.onzedata.core.journal;

/// How an act reached us.
public enum Channel {
  WEB,
  PAPER,
  PHONE,
  MEETING,
  COMMAND,
  API
}
