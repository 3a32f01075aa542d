package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;

/// Requests that only know their parameters.
final class Requests {
  private Requests() {}

  static HttpServletRequest with(Map<String, String> parameters) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getParameter")) {
                return parameters.get((String) arguments[0]);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  static HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
