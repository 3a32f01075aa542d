package nl.onzedata.app.server;

import java.util.Optional;
import nl.onzedata.adapter.warehouse.ObjectionDesk;
import nl.onzedata.app.web.AccountPages;
import nl.onzedata.app.web.Codes;
import nl.onzedata.app.web.FrontPages;
import nl.onzedata.app.web.InvitationPages;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.PlayPages;
import nl.onzedata.app.web.ProjectPages;
import nl.onzedata.app.web.SetupPages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.intake.IntakePages;
import nl.onzedata.app.web.intake.ObjectionPages;
import nl.onzedata.app.web.lab.DataPages;
import nl.onzedata.app.web.lab.DesignPages;
import nl.onzedata.app.web.lab.ResultsPages;
import nl.onzedata.app.web.lab.WhyPages;
import nl.onzedata.app.web.round.ChallengePages;
import nl.onzedata.app.web.round.MandatePages;
import nl.onzedata.app.web.round.RoundPages;
import nl.onzedata.app.web.talk.EntryPages;
import nl.onzedata.app.web.talk.ImagePages;
import nl.onzedata.app.web.talk.OutcomePages;
import nl.onzedata.app.web.talk.Pictures;
import nl.onzedata.app.web.talk.StatementPages;
import nl.onzedata.app.web.talk.VotePages;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

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
  SiteVisitors visitors(House house) {
    return new SiteVisitors(house);
  }

  @Bean
  ProjectPages projectPages(House house, Pages pages, Visitors visitors) {
    return new ProjectPages(house.desk(), pages, visitors);
  }

  @Bean
  PlayPages playPages(Visitors visitors) {
    return new PlayPages(visitors);
  }

  @Bean
  FrontPages frontPages(House house, Pages pages, Visitors visitors) {
    return new FrontPages(new SiteProjectLines(house), pages, visitors, house.clock());
  }

  @Bean
  SetupPages setupPages(House house, Pages pages, Visitors visitors) {
    return new SetupPages(house.desk(), pages, visitors);
  }

  @Bean
  SiteCodes codes(House house) {
    return new SiteCodes(house);
  }

  @Bean
  InvitationPages invitationPages(House house, Pages pages, Visitors visitors, Codes codes) {
    return new InvitationPages(house.desk(), pages, visitors, codes);
  }

  @Bean
  AccountPages accountPages(House house, Pages pages, Visitors visitors) {
    return new AccountPages(house.desk(), new SitePublicLogs(house), pages, visitors);
  }

  @Bean
  SigninPages signinPages(House house, Pages pages, SiteVisitors visitors) {
    return new SigninPages(house, pages, visitors, new Passwords());
  }

  @Bean
  MePages mePages(House house, Pages pages, SiteVisitors visitors) {
    return new MePages(house, pages, visitors, new Passwords());
  }

  @Bean
  SiteErrors siteErrors(House house, Pages pages, SiteVisitors visitors) {
    return new SiteErrors(pages, visitors, house.random());
  }

  @Bean
  VotePages votePages(House house, Pages pages, Visitors visitors) {
    return new VotePages(
        house.desk(), pages, visitors, house.votes(), house.images(), house.clock());
  }

  @Bean
  EntryPages entryPages(House house, Pages pages, Visitors visitors, Codes codes) {
    return new EntryPages(house.desk(), pages, visitors, codes, house.votes(), house.clock());
  }

  @Bean
  StatementPages statementPages(House house, Pages pages, Visitors visitors) {
    return new StatementPages(house.desk(), pages, visitors);
  }

  @Bean
  Pictures pictures(House house) {
    return new Pictures(house.images(), house.clock());
  }

  @Bean
  OutcomePages outcomePages(House house, Pages pages, Visitors visitors, Pictures pictures) {
    return new OutcomePages(house.desk(), pages, visitors, house.votes(), pictures);
  }

  @Bean
  ImagePages imagePages(House house, Pages pages, Visitors visitors, Pictures pictures) {
    return new ImagePages(
        house.desk(), pages, visitors, house.votes(), house.images(), pictures, house.clock());
  }

  @Bean
  RoundPages roundPages(House house, Pages pages, Visitors visitors) {
    return new RoundPages(house.desk(), pages, visitors, house.clock());
  }

  @Bean
  MandatePages mandatePages(House house, Pages pages, Visitors visitors) {
    return new MandatePages(house.desk(), pages, visitors, house.clock());
  }

  @Bean
  ChallengePages challengePages(House house, Pages pages, Visitors visitors) {
    return new ChallengePages(
        house.desk(),
        pages,
        visitors,
        house.clock(),
        Optional.of(new TwinComparison(house.queries(), house.clock())));
  }

  @Bean
  ResultsPages resultsPages(House house, Pages pages, Visitors visitors) {
    return new ResultsPages(
        house.desk(),
        house.releases(),
        house.warehouse().objections(),
        house.publishing(),
        house.clock(),
        pages,
        visitors);
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
  IntakePages intakePages(House house, Pages pages, Visitors visitors) {
    return new IntakePages(house.desk(), house.intake(), pages, visitors, house.clock());
  }

  @Bean
  ObjectionPages objectionPages(House house, Pages pages, Visitors visitors) {
    var objections = new ObjectionDesk(house.warehouse().objections(), house.desk(), house.clock());
    return new ObjectionPages(house.desk(), objections, pages, visitors, house.clock());
  }

  @Bean
  FilterRegistrationBean<UploadBound> uploadBound() {
    var filter = new FilterRegistrationBean<>(new UploadBound(IntakePages.MOST_BYTES));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  LogFiles logFiles(House house) {
    return new LogFiles(house.logs());
  }
}
