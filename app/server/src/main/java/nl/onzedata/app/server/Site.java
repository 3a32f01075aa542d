package nl.onzedata.app.server;

import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.ProjectPages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.lab.DataPages;
import nl.onzedata.app.web.lab.DesignPages;
import nl.onzedata.app.web.lab.ResultsPages;
import nl.onzedata.app.web.lab.WhyPages;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The site: which pages there are and what each is given. Nothing is scanned for.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SiteSecurity.class)
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
  ResultsPages resultsPages(House house, Pages pages, Visitors visitors) {
    return new ResultsPages(
        house.desk(), house.releases(), house.publishing(), house.clock(), pages, visitors);
  }

  @Bean
  WhyPages whyPages(House house, Pages pages, Visitors visitors) {
    return new WhyPages(house.desk(), house.releases(), pages, visitors);
  }

  @Bean
  DesignPages designPages(House house, Pages pages, Visitors visitors) {
    return new DesignPages(house.desk(), house.queries(), house.clock(), pages, visitors);
  }

  @Bean
  DataPages dataPages(House house, Pages pages, Visitors visitors) {
    return new DataPages(house.desk(), pages, visitors);
  }

  @Bean
  LogFiles logFiles(House house) {
    return new LogFiles(house.logs());
  }
}
