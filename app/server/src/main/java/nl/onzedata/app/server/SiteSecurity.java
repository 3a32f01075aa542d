package nl.onzedata.app.server;

import nl.onzedata.adapter.postgres.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every request passes: forged forms, headers, and the way back from an OpenID Connect
/// provider. Who may do what is not decided here but by the role table of core.
@Configuration(proxyBeanMethods = false)
class SiteSecurity {
  /// Everything comes from this site, nothing is written in line, nobody may frame it.
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Bean
  SecurityFilterChain security(HttpSecurity http, House house) throws Exception {
    http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    if (house.settings().oidc().isPresent()) {
      var provider = new OidcProvider(house.settings().oidc().get());
      http.oauth2Login(
          login ->
              login
                  .clientRegistrationRepository(provider)
                  .loginPage("/signin")
                  .successHandler(arrived(house))
                  .failureHandler(
                      (request, response, failure) ->
                          response.sendRedirect("/signin?problem=oidc")));
    }
    return http.build();
  }

  /// Whoever comes back from the provider is signed in as the person whom it calls so.
  private static AuthenticationSuccessHandler arrived(House house) {
    return (request, response, authentication) -> {
      var issuer = authentication.getPrincipal() instanceof OidcUser user ? user.getIssuer() : null;
      var subject =
          authentication.getPrincipal() instanceof OidcUser user ? user.getSubject() : null;
      if (issuer == null || subject == null) {
        response.sendRedirect("/signin?problem=oidc");
        return;
      }
      PersonId person = house.accounts().ofIdentity(issuer.toString(), subject);
      new Doorkeeper().letIn(new SignedIn(person.value(), "", false), request, response);
      response.sendRedirect("/me?done=page.done.signin");
    };
  }

  /// Nobody signs in through Spring's own form; without this, a default account would be made.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
