package nl.onzedata.app.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.ProjectPages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.words.Words;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The site: which pages there are and what each is given. Nothing is scanned for.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SiteSecurity.class)
class Site {
  private static final Map<String, Words> WORDS = words();

  @Bean
  Pages pages() {
    return new Pages();
  }

  @Bean
  Visitors visitors() {
    return Site::frame;
  }

  @Bean
  ProjectPages projectPages(House house, Pages pages, Visitors visitors) {
    return new ProjectPages(house.desk(), pages, visitors);
  }

  @Bean
  LogFiles logFiles(House house) {
    return new LogFiles(house.logs());
  }

  private static Frame frame(HttpServletRequest request, HttpServletResponse response) {
    var asked = Optional.ofNullable(request.getParameter("lang")).filter(WORDS::containsKey);
    asked.ifPresent(
        language -> {
          var cookie = new Cookie("lang", language);
          cookie.setPath("/");
          cookie.setMaxAge(365 * 24 * 3600);
          cookie.setHttpOnly(true);
          cookie.setAttribute("SameSite", "Lax");
          response.addCookie(cookie);
        });
    var language = asked.or(() -> remembered(request)).orElse(Words.LANGUAGES.getFirst());
    var words = WORDS.get(language);
    if (words == null) {
      throw new IllegalStateException("no words for " + language);
    }
    return new Frame(words, request.getRequestURI(), Optional.empty(), "", "");
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals("lang"))
        .map(Cookie::getValue)
        .filter(WORDS::containsKey)
        .findFirst();
  }

  private static Map<String, Words> words() {
    var words = new TreeMap<String, Words>();
    Words.LANGUAGES.forEach(language -> words.put(language, Frame.words(language)));
    return words;
  }
}
