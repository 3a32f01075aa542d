package nl.onzedata.app.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import nl.onzedata.adapter.postgres.StoreUnavailable;
import nl.onzedata.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/// What went wrong, as a page: what people can expect has its own words; our own mistakes have a
/// number under which the log of the server tells more, and never a stack trace.
@Controller
@ControllerAdvice(basePackages = {"nl.onzedata.app.web", "nl.onzedata.app.server"})
final class SiteErrors implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(SiteErrors.class);

  private final Pages pages;
  private final SiteVisitors visitors;
  private final SecureRandom random;

  SiteErrors(Pages pages, SiteVisitors visitors, SecureRandom random) {
    this.pages = pages;
    this.visitors = visitors;
    this.random = random;
  }

  /// What a page of ours threw.
  @ExceptionHandler
  ResponseEntity<String> thrown(
      Exception e, HttpServletRequest request, HttpServletResponse response) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreUnavailable) {
        LOG.warn("the database is away: {}", cause.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE, request, response);
      }
    }
    if (e instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
      return page(status(known.getStatusCode()), request, response);
    }
    return incident(e, request, response);
  }

  /// What failed before a page was found, or was refused on the way.
  @RequestMapping("/error")
  ResponseEntity<String> failed(HttpServletRequest request, HttpServletResponse response) {
    var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code == null ? HttpStatus.NOT_FOUND : status(HttpStatusCode.valueOf(code));
    if (cause instanceof Exception e) {
      return thrown(e, request, response);
    }
    return status.is5xxServerError()
        ? incident(cause, request, response)
        : page(status, request, response);
  }

  private static HttpStatus status(HttpStatusCode code) {
    var known = HttpStatus.resolve(code.value());
    return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
  }

  private ResponseEntity<String> incident(
      @Nullable Throwable cause, HttpServletRequest request, HttpServletResponse response) {
    var bytes = new byte[5];
    random.nextBytes(bytes);
    var number = HexFormat.of().formatHex(bytes);
    LOG.error("incident {} at {}", number, request.getRequestURI(), cause);
    return page(HttpStatus.INTERNAL_SERVER_ERROR, number, request, response);
  }

  private ResponseEntity<String> page(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
    return page(status, "", request, response);
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      String incident,
      HttpServletRequest request,
      HttpServletResponse response) {
    var kind =
        switch (status) {
          case NOT_FOUND -> "404";
          case FORBIDDEN -> "403";
          case SERVICE_UNAVAILABLE -> "503";
          default -> status.is5xxServerError() ? "500" : "400";
        };
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "10");
    }
    return pages.page(
        status,
        "error",
        Map.of("frame", visitors.frame(request, response), "kind", kind, "incident", incident));
  }
}
