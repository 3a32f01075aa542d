package nl.onzedata.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.adapter.postgres.LogAudit;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogProof;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.ProofCheck;
import nl.onzedata.merkle.Receipt;
import nl.onzedata.merkle.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze log …`: what a watcher does with a log, of ours or of anyone.
@Command(name = "log", description = "Verify a public log, prove an entry, check a receipt.")
final class LogCommands {
  private final Console console;
  private final Map<String, String> environment;

  LogCommands(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Read a whole tlog-tiles log and say whether it is what it claims.",
      footer = {
        "",
        "Without URL or DIR: every log of the installation in --data, also held against the acts"
            + " in its database. Ends with 0 if valid, 1 if not.",
        "",
        "Example:",
        "  onze log verify https://data.leiden.nl/log/leiden --vkey leiden.vkey --json -"
      })
  int verify(
      @Parameters(
              arity = "0..1",
              paramLabel = "URL|DIR",
              description = "Address or folder with 'checkpoint' and 'tile'.")
          Optional<String> source,
      @Option(
              names = "--vkey",
              paramLabel = "KEY",
              description = "The log's public key, NAME+HASH+KEY, or a file with it.")
          Optional<String> vkey,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              description = "Folder of an installation (default: ONZE_DATA, or ./data).")
          Optional<Path> data,
      @Option(
              names = "--policy",
              paramLabel = "FILE",
              description = "Not supported yet: signatures of witnesses are not checked.")
          Optional<String> policy,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Write JSON; - is standard output.")
          Optional<String> json) {
    if (policy.isPresent()) {
      throw new Unusable(
          "--policy is not supported yet: signatures of witnesses are not checked. Leave it out to"
              + " check the log's own signature");
    }
    if (source.isEmpty()) {
      return verifyOwn(data, vkey, json);
    }
    if (data.isPresent()) {
      throw new Unusable("both '%s' and --data: expected one of the two".formatted(source.get()));
    }
    try (var log = LogSource.of(source.get(), required(vkey), console)) {
      var answer = LogAnswer.of(log.reader().verify());
      answer.tell(console.people(json));
      console.write(json, answer);
      return answer.valid() ? 0 : 1;
    }
  }

  private static VerifierKey required(Optional<String> vkey) {
    return LogSource.key(
        vkey.orElseThrow(
            () ->
                new Unusable(
                    "--vkey is missing: expected the log's public key (NAME+HASH+KEY), or a file"
                        + " with it")));
  }

  private int verifyOwn(Optional<Path> data, Optional<String> vkey, Optional<String> json) {
    var place = Place.of(data, environment);
    var key = vkey.map(LogSource::key);
    var answers = new ArrayList<LogAnswer.Own>();
    try (var opened = place.read(console::progress)) {
      for (var authority : place.authorities(opened.journal())) {
        var its = keyOf(place, authority);
        if (key.isEmpty() || key.get().equals(its)) {
          answers.add(audit(place, opened, authority, its));
        }
      }
    }
    if (answers.isEmpty()) {
      throw new Unusable(
          key.map(k -> "no log in %s has the key %s".formatted(place.data(), k))
              .orElse("there is no log in %s yet".formatted(place.data())));
    }
    var out = console.people(json);
    for (var answer : answers) {
      out.printf("authority    %s%n", answer.authority());
      answer.log().tell(out);
      out.printf("unpublished  %d%n%n", answer.unpublished());
    }
    console.write(json, answers.stream().map(LogCommands::json).toList());
    return answers.stream().allMatch(answer -> answer.log().valid()) ? 0 : 1;
  }

  private static VerifierKey keyOf(Place place, AuthorityId authority) {
    var file = place.log(authority).resolve("vkey");
    return new FileTiles(place.log(authority))
        .read("vkey")
        .flatMap(bytes -> VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new Unusable("%s is missing or not a key: put it back".formatted(file)));
  }

  private LogAnswer.Own audit(
      Place place, Place.Opened opened, AuthorityId authority, VerifierKey key) {
    console.progress("reading the log of %s and its acts".formatted(authority));
    var files = new FileTiles(place.log(authority));
    var audit = LogAudit.of(authority, new LogReader(files, key), files, opened.journal());
    return LogAnswer.Own.of(
        authority.value(), key.toString(), audit, opened.journal().size(authority));
  }

  private static Map<String, Object> json(LogAnswer.Own own) {
    var json = new LinkedHashMap<String, Object>();
    json.put("authority", own.authority());
    json.put("key", own.key());
    json.put("origin", own.log().origin());
    json.put("size", own.log().size());
    json.put("root", own.log().root());
    json.put("checkpoints", own.log().checkpoints());
    json.put("entries", own.log().entries());
    json.put("valid", own.log().valid());
    json.put("problems", own.log().problems());
    json.put("unpublished", own.unpublished());
    json.put("acts", own.acts());
    return json;
  }

  @Command(
      name = "prove",
      mixinStandardHelpOptions = true,
      description = "Write the receipt of one entry, which anyone can check without the log.",
      footer = {
        "",
        "Example:",
        "  onze log prove 17 https://data.leiden.nl/log/leiden --vkey leiden.vkey --out 17.tlog-proof"
      })
  int prove(
      @Parameters(index = "0", paramLabel = "INDEX", description = "Place in the log, from 0.")
          long index,
      @Parameters(
              index = "1",
              paramLabel = "URL|DIR",
              description = "Address or folder of the log.")
          String source,
      @Option(
              names = "--vkey",
              required = true,
              paramLabel = "KEY",
              description = "The log's public key, NAME+HASH+KEY, or a file with it.")
          String vkey,
      @Option(
              names = "--out",
              defaultValue = "-",
              paramLabel = "FILE",
              description = "Where to write it (default: standard output).")
          String out) {
    try (var log = LogSource.of(source, LogSource.key(vkey), console)) {
      return switch (log.reader().checkpoint()) {
        case Checkpoint.Read.Unusable(var reason) -> notSo("checkpoint: " + reason);
        case Checkpoint.Read.Signed(var checkpoint) -> {
          if (index < 0 || index >= checkpoint.size()) {
            throw new Unusable(
                "INDEX is %d: the log has %d entries, counted from 0"
                    .formatted(index, checkpoint.size()));
          }
          yield prove(log, index, checkpoint, out);
        }
      };
    }
  }

  private int prove(LogSource log, long index, Checkpoint checkpoint, String out) {
    Receipt receipt;
    try {
      receipt =
          Receipt.of(
              log.reader().prove(index, checkpoint), log.reader().leaf(index, checkpoint.size()));
    } catch (IllegalStateException damaged) {
      return notSo(String.valueOf(damaged.getMessage()));
    }
    return switch (receipt.check(log.key())) {
      case ProofCheck.Invalid(var reason) -> notSo("the log is damaged: " + reason);
      case ProofCheck.Valid() -> {
        console.write(out, receipt.text());
        yield 0;
      }
    };
  }

  private int notSo(String why) {
    console.err().println(why);
    return 1;
  }

  @Command(
      name = "check-proof",
      mixinStandardHelpOptions = true,
      description = "Check a receipt (c2sp.org/tlog-proof) with nothing but the log's public key.",
      footer = {
        "",
        "A receipt of 'onze log prove' carries its entry; for one that does not, give it with"
            + " --leaf.",
        "",
        "Example:",
        "  onze log check-proof 17.tlog-proof --vkey leiden.vkey"
      })
  int checkProof(
      @Parameters(paramLabel = "FILE", description = "The receipt; - is standard input.")
          String file,
      @Option(
              names = "--vkey",
              required = true,
              paramLabel = "KEY",
              description = "The log's public key, NAME+HASH+KEY, or a file with it.")
          String vkey,
      @Option(
              names = "--leaf",
              paramLabel = "FILE",
              description = "The entry, byte for byte, if the receipt does not carry it.")
          Optional<String> leaf,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Write JSON; - is standard output.")
          Optional<String> json) {
    var key = LogSource.key(vkey);
    var receipt =
        Receipt.parse(console.readText(file))
            .orElseThrow(
                () ->
                    new Unusable(
                        "%s is not a receipt: expected 'c2sp.org/tlog-proof@v1' and what follows it"
                            .formatted(file)));
    var proved =
        leaf.map(console::read)
            .or(() -> receipt.leaf().map(Receipt.Leaf::bytes))
            .orElseThrow(
                () ->
                    new Unusable(
                        "%s does not carry its entry: give that with --leaf".formatted(file)));
    var answer = ProofAnswer.of(receipt.proof(), proved, key);
    answer.tell(console.people(json));
    console.write(json, answer);
    return answer.valid() ? 0 : 1;
  }

  /// What a check of a receipt says; its parts are the keys of the JSON.
  record ProofAnswer(
      String origin, long index, long size, boolean valid, List<String> problems, String leaf) {
    static ProofAnswer of(LogProof proof, byte[] leaf, VerifierKey key) {
      long size =
          Checkpoint.read(proof.checkpoint(), key) instanceof Checkpoint.Read.Signed(var signed)
              ? signed.size()
              : -1;
      List<String> problems =
          proof.check(leaf, key) instanceof ProofCheck.Invalid(var reason)
              ? List.of(reason)
              : List.of();
      var text = new String(leaf, StandardCharsets.UTF_8);
      return new ProofAnswer(key.name(), proof.index(), size, problems.isEmpty(), problems, text);
    }

    void tell(PrintStream out) {
      out.printf("origin       %s%n", origin);
      out.printf("index        %d%n", index);
      out.printf("size         %s%n", size < 0 ? "unknown" : Long.toString(size));
      out.printf("valid        %s%n", valid ? "yes" : "no");
      problems.forEach(problem -> out.println("  " + problem));
      out.printf("entry        %s%n", leaf);
    }
  }
}
