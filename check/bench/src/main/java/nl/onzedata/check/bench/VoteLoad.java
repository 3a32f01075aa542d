package nl.onzedata.check.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Votes over HTTP at a running platform, and tells how fast that went. Every voter is somebody new
/// without an account: one page, then a vote on each of the statements. After that, the vote page
/// is asked for again and again.
///
/// Arguments: address of the project, voters, statements (`s1` to `sN`), how many at a time.
/// This measure runs on the same machine as what it measures, and takes part of its time.
public final class VoteLoad {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]+)\">\\s*<input[^>]+name=\"statement\"");
  private static final int PAGES = 4_000;

  private VoteLoad() {}

  /// Prints votes per second, and what share of requests took how long.
  public static void main(String[] arguments)
      throws InterruptedException, ExecutionException, IOException {
    if (arguments.length != 4) {
      System.err.println("VoteLoad http://localhost:8080/leiden/scheefwonen 5000 20 64");
      System.exit(2);
    }
    var page = arguments[0] + "/conversation";
    int voters = Integer.parseInt(arguments[1]);
    int statements = Integer.parseInt(arguments[2]);
    int together = Integer.parseInt(arguments[3]);
    System.out.println("warming up");
    pages(page, Math.min(together, 4));
    System.out.println("the vote page before");
    pages(page, together);
    var votes = new ArrayList<Long>();
    var next = new AtomicInteger();
    long begun = System.nanoTime();
    each(
        together,
        () -> {
          var took = new ArrayList<Long>();
          while (next.getAndIncrement() < voters) {
            took.addAll(voter(page, statements));
          }
          return took;
        },
        votes);
    System.out.println("voting, a new visitor and a page per " + statements + " votes");
    tell(votes, System.nanoTime() - begun);
    System.out.println("the vote page after");
    pages(page, together);
  }

  private static void pages(String page, int together)
      throws InterruptedException, ExecutionException {
    var took = new ArrayList<Long>();
    long begun = System.nanoTime();
    each(
        together,
        () -> {
          var visitor = new Visitor(page);
          var mine = new ArrayList<Long>();
          for (int i = 0; i < PAGES / together; i++) {
            long asked = System.nanoTime();
            visitor.page();
            mine.add(System.nanoTime() - asked);
          }
          return mine;
        },
        took);
    tell(took, System.nanoTime() - begun);
  }

  private static List<Long> voter(String page, int statements)
      throws IOException, InterruptedException {
    var visitor = new Visitor(page);
    var token = TOKEN.matcher(visitor.page());
    if (!token.find()) {
      throw new IOException("no form to vote with at " + page);
    }
    var took = new ArrayList<Long>();
    for (int s = 1; s <= statements; s++) {
      var form =
          "%s=%s&statement=s%d&choice=%s"
              .formatted(token.group(1), token.group(2), s, s % 3 == 0 ? "DISAGREE" : "AGREE");
      long begun = System.nanoTime();
      visitor.vote(form);
      took.add(System.nanoTime() - begun);
    }
    return took;
  }

  /// Someone with a session of their own; all share the connections.
  private static final class Visitor {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String page;
    private String cookie = "";

    Visitor(String page) {
      this.page = page;
    }

    String page() throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(URI.create(page)), 200);
    }

    void vote(String form) throws IOException, InterruptedException {
      send(
          HttpRequest.newBuilder(URI.create(page + "/votes"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)),
          303);
    }

    private String send(HttpRequest.Builder request, int expected)
        throws IOException, InterruptedException {
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IOException("%s answered %d".formatted(answer.uri(), answer.statusCode()));
      }
      answer.headers().allValues("set-cookie").stream()
          .filter(set -> set.startsWith("JSESSIONID"))
          .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
      return answer.body();
    }
  }

  private static void each(int threads, Callable<List<Long>> work, List<Long> all)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var works = new ArrayList<Callable<List<Long>>>();
      for (int i = 0; i < threads; i++) {
        works.add(work);
      }
      for (var done : executor.invokeAll(works)) {
        all.addAll(done.get());
      }
    }
  }

  private static void tell(List<Long> took, long whole) {
    var sorted = took.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "  %d requests, %.0f a second; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
        sorted.size(),
        sorted.size() / (whole / 1e9),
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99));
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
  }
}
