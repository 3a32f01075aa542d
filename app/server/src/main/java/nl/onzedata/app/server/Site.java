package nl.onzedata.app.server;

import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.ProjectPages;
import nl.onzedata.app.web.Visitors;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The site: which pages there are and what each is given. Nothing is scanned for.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SiteSecurity.class, SiteApi.class})
class Site {
  @Bean
  Pages pages() {
    return new Pages();
  }

  @Bean
  Visitors visitors(House house) {
    return new SiteVisitors(house);
  }

  @Bean
  ProjectPages projectPages(House house, Pages pages, Visitors visitors) {
    return new ProjectPages(house.desk(), pages, visitors);
  }

  @Bean
  LogFiles logFiles(House house) {
    return new LogFiles(house.logs());
  }
}
