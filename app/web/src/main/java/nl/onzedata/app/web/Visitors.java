package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// Who is looking, and in which language.
@FunctionalInterface
public interface Visitors {
  /// The frame for the page of this request. A language that was asked for is remembered in a
  /// cookie.
  Frame frame(HttpServletRequest request, HttpServletResponse response);
}
