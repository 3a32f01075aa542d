package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Optional;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// One visitor of a made project, in the roles that it gave them and those that a test gives.
final class MadeVisitors implements Visitors {
  private final Made made;
  Pseudonym who = Made.LEAD;
  EnumSet<Role> appointed = EnumSet.of(Role.VISITOR);

  MadeVisitors(Made made) {
    this.made = made;
  }

  MadeVisitors as(Pseudonym person, Role... roles) {
    who = person;
    appointed = EnumSet.of(Role.VISITOR, roles);
    return this;
  }

  @Override
  public Frame frame(HttpServletRequest request, HttpServletResponse response) {
    return made.frame();
  }

  @Override
  public Visit visit(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    var roles = EnumSet.copyOf(appointed);
    roles.addAll(dossier.project().rolesOf(who));
    return new Visit(made.frame(), dossier, Optional.of(who), roles, made.now);
  }

  @Override
  public Visit doing(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    return visit(request, response, dossier);
  }

  @Override
  public void play(
      HttpServletRequest request, HttpServletResponse response, Optional<String> person) {}

  @Override
  public Optional<String> party(HttpServletRequest request, StreamId project) {
    return Optional.empty();
  }
}
