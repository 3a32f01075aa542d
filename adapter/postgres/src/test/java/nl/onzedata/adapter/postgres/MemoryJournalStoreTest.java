package nl.onzedata.adapter.postgres;

import nl.onzedata.core.journal.JournalStore;

class MemoryJournalStoreTest implements JournalStoreContract {
  @Override
  public JournalStore emptyStore() {
    return new MemoryJournalStore();
  }
}
