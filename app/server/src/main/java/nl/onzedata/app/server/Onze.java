package nl.onzedata.app.server;

/// Where every command begins. In this state of the product there is nothing to start yet, and it
/// says so.
public final class Onze {
  private Onze() {}

  /// Prints what there is; ends with 0 for `help`, and with 2 for what cannot be done.
  public static void main(String[] arguments) {
    var command = arguments.length == 0 ? "help" : arguments[0];
    if (command.equals("help")) {
      System.out.println(
          """
          onze help   this list
          onze test   every check
          """);
      return;
    }
    System.err.println(
        "'onze %s' is not there yet: this state has no site and no commands on files. See README.md for what works."
            .formatted(command));
    System.exit(2);
  }
}
