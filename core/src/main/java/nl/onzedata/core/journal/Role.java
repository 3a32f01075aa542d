package nl.onzedata.core.journal;

/// What someone may be towards a project. One person can have several, but acts in one at a time.
public enum Role {
  VISITOR,
  CODE_HOLDER,
  SEAT_HOLDER,
  PROJECT_LEAD,
  ANALYST,
  FACILITATOR,
  MODERATOR,
  PRIVACY_OFFICER,
  COMPETENT_BODY,
  COUNCIL_MEMBER,
  CLERK,
  STEWARD,
  AUDITOR,
  OPERATOR
}
