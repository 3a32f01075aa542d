package nl.onzedata.core.journal;

import java.time.LocalDate;
import java.util.List;

/// Acts about what a project is and what is designed in it.
public sealed interface ProjectAct extends Act {
  /// A project began, as an idea.
  record ProjectOpened(Phrase title, Phrase summary, Form form) implements ProjectAct {}

  /// The charter was published, for the first time or again.
  record CharterPublished(Charter charter) implements ProjectAct {}

  /// The project moved to another stage.
  record StageReached(Stage stage) implements ProjectAct {}

  /// Someone was given a role in this project.
  record RoleGiven(Pseudonym who, Role role) implements ProjectAct {}

  /// Someone's role in this project ended.
  record RoleEnded(Pseudonym who, Role role) implements ProjectAct {}

  /// People whom the data is about, or for whom it decides.
  ///
  /// @param group id, unique in the project
  /// @param inData whether they are in a row of the data
  record GroupNamed(String group, Phrase name, Phrase why, boolean inData) implements ProjectAct {}

  /// Someone says that an affected group is missing; the text lies beside the log.
  record GroupReported(String report, Commitment text, LocalDate answerBefore)
      implements ProjectAct {}

  /// The reasoned answer to such a report.
  record GroupAnswered(String report, boolean accepted, Phrase reason) implements ProjectAct {}

  /// A dataset with its contract (ODCS YAML), which is public.
  record DatasetAdded(String dataset, String contract) implements ProjectAct {}

  /// Data arrived: what it was is sealed, so that no one can guess rows from the digest.
  ///
  /// @param twin whether it is synthetic
  record SnapshotLanded(
      String dataset, String snapshot, LocalDate referenceDate, boolean twin, Commitment digest)
      implements ProjectAct {}

  /// The controller delivered a list of who objected (GDPR art. 21): from now on they are left out.
  /// Who, and how many, is sealed.
  ///
  /// @param purpose what they objected to, a DPV code
  /// @param version from 1 for the dataset and purpose; the last one holds
  /// @param list its id
  record ObjectionsSupplied(
      String dataset, String purpose, int version, String list, Commitment digest)
      implements ProjectAct {}

  /// A version of an artefact was proposed; its definition is public.
  ///
  /// @param kind what it is
  /// @param artefact id, unique in the project
  /// @param version from 1, one more than the last
  /// @param hash `sha256:` and the digest of the definition
  record ArtefactProposed(
      ArtefactKind kind, String artefact, int version, Phrase title, String definition, String hash)
      implements ProjectAct {}

  /// What kind of cooperation a project is; it sets defaults for seats and duration.
  enum Form {
    MUNICIPAL_PROJECT,
    LIVING_LAB,
    LEERATELIER,
    WIJKONDERNEMING
  }

  /// How far a project is.
  enum Stage {
    IDEA,
    DESIGN,
    EXPERIMENT,
    EVALUATION,
    STRUCTURAL,
    ENDED
  }

  /// What can be designed.
  enum ArtefactKind {
    INDICATOR,
    DASHBOARD,
    MANDATE
  }

  /// What a project is for and on what terms: step 1 of every project.
  ///
  /// @param notFor what it will never be used for
  /// @param service what it should bring people, and how that is measured
  /// @param saving what it should save, and how that is measured
  /// @param withoutData how the question could be answered without these data
  /// @param interests what each partner and consultant has to gain
  /// @param participation the eight elements of a participation paragraph, in their order
  /// @param principles what this project answers to the VNG and TADA principles
  /// @param serviceImage the project seen as service
  /// @param controlImage the project seen as control
  /// @param contacts people to call, the first one being the project's
  /// @param notice what everybody must know before anything else, such as that it is made up
  record Charter(
      Phrase question,
      Phrase purpose,
      List<Phrase> notFor,
      Phrase legalBasis,
      Claim service,
      Claim saving,
      Phrase withoutData,
      Phrase whoPays,
      List<Answer> interests,
      List<Answer> participation,
      List<Answer> principles,
      List<Phrase> sources,
      Phrase serviceImage,
      Phrase controlImage,
      List<Contact> contacts,
      Phrase rights,
      Phrase notice) {
    public Charter {
      notFor = List.copyOf(notFor);
      interests = List.copyOf(interests);
      participation = List.copyOf(participation);
      principles = List.copyOf(principles);
      sources = List.copyOf(sources);
      contacts = List.copyOf(contacts);
    }
  }

  /// A promise that can be measured, and is answered at the evaluation.
  record Claim(Phrase what, Phrase measure) {}

  /// A heading and what the project says under it.
  record Answer(Phrase to, Phrase answer) {}

  /// A function that can be called or written to; no name of a person.
  record Contact(Phrase function, String phone, String mail) {}
}
