package nl.onzedata.app.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.onzedata.adapter.postgres.StoreUnavailable;
import nl.onzedata.core.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Stands before everything else under `/api/`: gives each answer the version of the API, and makes
/// each failure, wherever it comes from, a problem of RFC 9457. Safe for use by many threads.
public final class ApiFilter implements Filter {
  /// The version of the API, as in `API-Version` and the OpenAPI document.
  public static final String VERSION = "1.0.0";

  private static final Logger LOG = LoggerFactory.getLogger(ApiFilter.class);
  private static final String OTHERWISE = "not-answered";
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "invalid-request",
          401, "session-needed",
          403, "forged-or-expired",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          415, "unsupported-media-type",
          503, "unavailable");

  private final URI origin;
  private final Map<String, Words> words = new TreeMap<>();

  /// @param origin address of the site, which the types of problems begin with
  public ApiFilter(URI origin) {
    this.origin = origin;
    Words.LANGUAGES.forEach(language -> words.put(language, words(language)));
  }

  /// The words of problems.
  static Words words(String language) {
    return Words.load(language, ApiFilter.class, "api");
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException {
    var request = (HttpServletRequest) asked;
    var response = (HttpServletResponse) answer;
    response.setHeader("API-Version", VERSION);
    if (request.getMethod().equals("GET")) { // what anyone can read, any page may
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Expose-Headers", "API-Version");
    }
    try {
      chain.doFilter(request, new Failing(request, response));
    } catch (ServletException | RuntimeException e) {
      failed(request, response, e);
    }
  }

  private void failed(HttpServletRequest request, HttpServletResponse response, Exception e)
      throws IOException {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem.Raised raised) {
        write(request, response, raised, "");
        return;
      }
      if (cause instanceof StoreUnavailable) {
        LOG.warn("the API could not answer: {}", cause.getMessage());
        write(request, response, new Problem.Raised(503, "unavailable", List.of()), "");
        return;
      }
    }
    var incident = UUID.randomUUID().toString();
    LOG.error("incident {}", incident, e);
    write(request, response, new Problem.Raised(500, "incident", List.of()), incident);
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem.Raised raised,
      String incident)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    var said = words.getOrDefault(language(request), words(Words.LANGUAGES.getFirst()));
    var problem =
        new Problem(
            origin.resolve("/api/v1/problems/" + raised.code()),
            said.say("problem." + raised.code() + ".title"),
            raised.status(),
            said.say("problem." + raised.code() + ".detail", "incident", incident),
            request.getRequestURI(),
            raised.faults());
    response.resetBuffer();
    response.setStatus(raised.status());
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", said.language());
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
  }

  /// The first language of ours that the caller takes.
  private static String language(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(Words.LANGUAGES::contains)
        .findFirst()
        .filter(language -> request.getHeader("Accept-Language") != null)
        .orElse(Words.LANGUAGES.getFirst());
  }

  /// A response on which a failure is written as a problem instead of as a page.
  private final class Failing extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Failing(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
      this.response = response;
    }

    @Override
    public void sendError(int status) throws IOException {
      var code = CODES.getOrDefault(status, OTHERWISE);
      write(request, response, new Problem.Raised(status, code, List.of()), "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status); // the message speaks of our code
    }
  }
}
