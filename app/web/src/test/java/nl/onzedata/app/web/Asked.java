package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/// A request that only knows what was filled in.
final class Asked {
  private Asked() {}

  static HttpServletRequest form(String... namesAndValues) {
    var values = new TreeMap<String, String[]>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
    }
    return fake(HttpServletRequest.class, Map.of("getParameterMap", values));
  }

  static HttpServletResponse answer() {
    return fake(HttpServletResponse.class, Map.of());
  }

  private static <T> T fake(Class<T> type, Map<String, Object> knows) {
    return type.cast(
        Proxy.newProxyInstance(
            Asked.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (knows.containsKey(method.getName())) {
                return knows.get(method.getName());
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
