package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.onzedata.app.api.ApiFilter;
import nl.onzedata.app.api.Callers;
import nl.onzedata.app.api.ConversationApi;
import nl.onzedata.app.api.Figures;
import nl.onzedata.app.api.LogApi;
import nl.onzedata.app.api.MandateApi;
import nl.onzedata.app.api.OpenApi;
import nl.onzedata.app.api.ProjectApi;
import nl.onzedata.app.api.ReleaseApi;
import nl.onzedata.app.api.RoundApi;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.query.ReleaseJson;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The API: what it consists of and what each part is given.
@Configuration(proxyBeanMethods = false)
class SiteApi {
  @Bean
  FilterRegistrationBean<ApiFilter> apiFilter(House house) {
    var filter = new FilterRegistrationBean<>(new ApiFilter(house.settings().origin()));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  Callers callers(Visitors visitors) {
    return new Callers() {
      @Override
      public Optional<Pseudonym> caller(
          HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
        return request.getSession(false) == null
            ? Optional.empty()
            : visitors.doing(request, response, dossier).who();
      }

      @Override
      public String token(HttpServletRequest request, HttpServletResponse response) {
        return visitors.frame(request, response).token();
      }
    };
  }

  @Bean
  Figures figures(House house) {
    return id -> house.releases().byId(id).map(kept -> ReleaseJson.read(kept.json()));
  }

  @Bean
  OpenApi openApi(House house) {
    return new OpenApi(house.settings().origin());
  }

  @Bean
  ProjectApi projectApi(House house) {
    return new ProjectApi(house.desk(), house.clock());
  }

  @Bean
  ConversationApi conversationApi(House house, Callers callers) {
    return new ConversationApi(house.desk(), house.votes(), house.images(), callers, house.clock());
  }

  @Bean
  RoundApi roundApi(House house) {
    return new RoundApi(house.desk());
  }

  @Bean
  MandateApi mandateApi(House house) {
    return new MandateApi(house.desk(), house.clock());
  }

  @Bean
  ReleaseApi releaseApi(House house, Figures figures) {
    return new ReleaseApi(house.desk(), figures);
  }

  @Bean
  LogApi logApi(House house) {
    return new LogApi(house.desk(), house.log());
  }
}
