package nl.onzedata.app.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says of a file that is too large, before anything of it is read, that it is: back to the form,
/// which says how large it may be.
final class UploadBound extends OncePerRequestFilter {
  /// What a form has around its file.
  static final long AROUND = 1024 * 1024;

  private final long most;

  /// @param most bytes of a file
  UploadBound(long most) {
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var to = request.getRequestURI();
    if ((to.endsWith("/data/new") || to.endsWith("/data/objections"))
        && request.getContentLengthLong() > most + AROUND) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + "?problem=large");
      return;
    }
    chain.doFilter(request, response);
  }
}
