package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.adapter.postgres.Invitations.Invitation;
import nl.onzedata.adapter.postgres.Invitations.Redemption;
import nl.onzedata.adapter.postgres.PersonId;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Pages;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in by a code from an invitation, by name and password, or at an OpenID Connect
/// provider; and out again. Guessing is slowed down per address and per name.
@Controller
final class SigninPages {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final House house;
  private final Pages pages;
  private final SiteVisitors visitors;
  private final Passwords passwords;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final Patience perAddress;
  private final Patience perName;

  SigninPages(House house, Pages pages, SiteVisitors visitors, Passwords passwords) {
    this.house = house;
    this.pages = pages;
    this.visitors = visitors;
    this.passwords = passwords;
    this.perAddress = new Patience(20, WINDOW, house.clock());
    this.perName = new Patience(5, WINDOW, house.clock());
  }

  @GetMapping("/signin")
  ResponseEntity<String> signin(
      @RequestParam Optional<String> problem,
      HttpServletRequest request,
      HttpServletResponse response) {
    var filled = Filled.NOT;
    if (problem.filter("oidc"::equals).isPresent()) {
      filled =
          filled.refused(List.of(visitors.frame(request, response).say("page.signin.oidc.failed")));
    }
    return shown(HttpStatus.OK, request, response, filled);
  }

  @PostMapping("/signin/code")
  ResponseEntity<String> code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!perAddress.has(request.getRemoteAddr())) {
      return refused("code", "wait", request, response);
    }
    var already = Doorkeeper.whoIsThere().map(someone -> new PersonId(someone.person()));
    return switch (house.invitations().redeem(code, already, house.clock().instant())) {
      case Redemption.Redeemed(var person, var who, var invitation) -> {
        var name = house.accounts().of(person).map(account -> account.name()).orElse("");
        letIn(new SignedIn(person.value(), name, false), request, response);
        yield accept(who, invitation)
            .map(
                reasons ->
                    shown(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        response,
                        Filled.of("code", request)
                            .refused(
                                reasons.stream()
                                    .map(visitors.frame(request, response)::say)
                                    .toList())))
            .orElseGet(
                () ->
                    Counter.onTo(
                        "/" + invitation.where(),
                        invitation.batch().isPresent()
                            ? "page.done.accepted"
                            : "page.done.signin"));
      }
      case Redemption.Unknown unknown -> {
        perAddress.lose(request.getRemoteAddr());
        yield refused("code", "unknown", request, response);
      }
      case Redemption.Expired(var since) -> refused("code", "expired", request, response);
      case Redemption.Withdrawn withdrawn -> refused("code", "withdrawn", request, response);
      case Redemption.UsedUp used -> refused("code", "used", request, response);
    };
  }

  /// Gives what the code was made for, once; the reasons if that is refused.
  private Optional<List<Message>> accept(Pseudonym who, Invitation invitation) {
    var batch =
        invitation
            .batch()
            .filter(id -> invitation.role() != Role.CODE_HOLDER)
            .filter(
                id ->
                    house
                        .desk()
                        .dossier(invitation.where())
                        .parties()
                        .batch(id)
                        .filter(known -> known.accepted().contains(who))
                        .isEmpty());
    return batch.flatMap(
        id ->
            switch (house
                .desk()
                .does(
                    invitation.where(),
                    new Command.AcceptInvitation(id),
                    Actor.onTheWeb(who, Role.VISITOR))) {
              case Desk.Outcome.Done _ -> Optional.<List<Message>>empty();
              case Desk.Outcome.Refused(var reasons) -> Optional.of(reasons);
            });
  }

  @PostMapping("/signin/account")
  ResponseEntity<String> account(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var key = name.strip().toLowerCase(java.util.Locale.ROOT);
    if (!perAddress.has(request.getRemoteAddr()) || !perName.has(key)) {
      return refused("account", "wait", request, response);
    }
    var account = house.accounts().find(name.strip());
    boolean fits =
        account
            .map(known -> passwords.fits(password, known.encodedPassword()))
            .orElseGet(() -> passwords.fitsNobody(password));
    if (!fits) {
      perAddress.lose(request.getRemoteAddr());
      perName.lose(key);
      return refused("account", "wrong", request, response);
    }
    perName.regain(key);
    var known = account.orElseThrow();
    letIn(new SignedIn(known.person().value(), known.name(), false), request, response);
    return Counter.onTo("/me", "page.done.signin");
  }

  @PostMapping("/signout")
  ResponseEntity<String> signout(HttpServletRequest request) {
    doorkeeper.letOut(request);
    return Counter.onTo("/", "page.done.signout");
  }

  private void letIn(SignedIn someone, HttpServletRequest request, HttpServletResponse response) {
    visitors.play(request, response, Optional.empty());
    doorkeeper.letIn(someone, request, response);
  }

  private ResponseEntity<String> refused(
      String form, String why, HttpServletRequest request, HttpServletResponse response) {
    var frame = visitors.frame(request, response);
    return shown(
        why.equals("wait") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT,
        request,
        response,
        Filled.of(form, request).refused(List.of(frame.say("page.signin." + form + "." + why))));
  }

  private ResponseEntity<String> shown(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response, Filled filled) {
    return pages.page(
        status,
        "signin",
        Map.of(
            "frame",
            visitors.frame(request, response),
            "oidc",
            house.settings().oidc().isPresent(),
            "filled",
            filled));
  }
}
