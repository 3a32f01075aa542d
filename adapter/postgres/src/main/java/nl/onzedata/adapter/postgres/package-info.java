/// What is kept in PostgreSQL: acts, texts that can be erased, votes, people and releases; the
/// server itself when none is given; and the public log that is made from the acts.
@NullMarked
package nl.onzedata.adapter.postgres;

import org.jspecify.annotations.NullMarked;
