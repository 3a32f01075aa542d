package nl.onzedata.app.web;

import java.util.List;
import nl.onzedata.core.journal.AuthorityId;

/// The chain of proof under an act or a figure: a link per thing that rests on the next, down to
/// the signed log. `chain.jte` draws it, and `proof.js` puts a tick at each link that the browser
/// checked itself.
///
/// @param links from what is shown to what it rests on
/// @param authority whose log it ends in
/// @param position of the leaf in that log
public record Chain(List<Link> links, AuthorityId authority, long position) {
  public Chain {
    links = List.copyOf(links);
  }

  /// One link.
  ///
  /// @param check what the browser can check of it: `act`, the text fits the leaf; `leaf`, it
  /// stands in the log's file; `tree`, it leads to the root of the checkpoint; `key`, that was
  /// signed; empty for a reference only
  /// @param said in words
  /// @param href where it can be read; empty if here
  public record Link(String check, String said, String href) {}

  /// Where the files of the log are.
  public String log() {
    return "/log/" + authority;
  }
}
