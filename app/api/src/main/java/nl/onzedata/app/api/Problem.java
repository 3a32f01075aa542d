package nl.onzedata.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/// Why a request was not answered, as `application/problem+json` (RFC 9457).
///
/// @param type ends in a stable code, such as `invalid-input`; `docs/api.md` lists them
/// @param status that of the response
/// @param instance the path that was asked for
/// @param errors every single thing that is wrong, for input; empty otherwise
record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
  Problem {
    errors = List.copyOf(errors);
  }

  /// One thing that is wrong with the input.
  ///
  /// @param in `query`, `path` or `body`
  /// @param name of the parameter or field
  /// @param code stable, such as `not-a-number`
  /// @param found what was given
  /// @param expected what can be given
  record Fault(String in, String name, String code, String found, String expected) {}

  /// Ends the answering of a request; the filter of the API writes the problem.
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Fault> faults;

    Raised(int status, String code, List<Fault> faults) {
      super(code);
      this.status = status;
      this.code = code;
      this.faults = List.copyOf(faults);
    }

    int status() {
      return status;
    }

    String code() {
      return code;
    }

    List<Fault> faults() {
      return faults;
    }
  }

  /// There is nothing at this address; the code says what there is not.
  static Raised missing(String code) {
    return new Raised(404, code, List.of());
  }
}
