package nl.onzedata.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list.
///
/// @param page from 1
/// @param pageSize how many items a full page has
/// @param total how many items the whole list has
/// @param next address of the next page, if there is one
/// @param previous address of the page before, if there is one
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Page<T>(
    List<T> items,
    int page,
    int pageSize,
    int total,
    Optional<String> next,
    Optional<String> previous) {
  private static final int MOST = 200;

  /// Which part is asked for.
  record Asked(int page, int pageSize, String path, String rest) {
    /// Reads `page` and `pageSize`.
    static Asked of(Input input, HttpServletRequest request) {
      int page = input.whole("page", 1, 1, 1_000_000);
      int size = input.whole("pageSize", 50, 1, MOST);
      var rest = new StringBuilder();
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                // Only values that passed the check of the input come this far.
                if (!name.equals("page") && !name.equals("pageSize")) {
                  rest.append('&').append(name).append('=').append(values[0]);
                }
              });
      return new Asked(page, size, request.getRequestURI(), rest.toString());
    }

    private String at(int number) {
      return "%s?page=%d&pageSize=%d%s".formatted(path, number, pageSize, rest);
    }
  }

  /// The part of a list; only its items are made into what is shown.
  static <S, T> Page<T> of(Asked asked, List<S> all, Function<S, T> show) {
    long from = Math.min(all.size(), (asked.page() - 1L) * asked.pageSize());
    long until = Math.min(all.size(), from + asked.pageSize());
    return new Page<>(
        all.subList((int) from, (int) until).stream().map(show).toList(),
        asked.page(),
        asked.pageSize(),
        all.size(),
        until < all.size() ? Optional.of(asked.at(asked.page() + 1)) : Optional.empty(),
        asked.page() > 1 && from > 0 ? Optional.of(asked.at(asked.page() - 1)) : Optional.empty());
  }
}
