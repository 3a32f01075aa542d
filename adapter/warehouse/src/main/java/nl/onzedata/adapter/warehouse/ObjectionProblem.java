package nl.onzedata.adapter.warehouse;

import java.util.Locale;

/// What can be wrong with a list of objections. Its words are in this module's word files.
enum ObjectionProblem {
  /// Not UTF-8, or no file of this kind.
  UNREADABLE,
  /// The first line is not the name of the subject's column.
  HEADER,
  /// More than one column.
  WIDTH,
  /// No key in the file.
  NOBODY,
  /// Keys in the file, where it was said that nobody objects any more.
  SOMEBODY,
  /// A row without a key.
  EMPTY,
  /// Not a key as the dataset has them.
  FORM,
  /// A key that was there before.
  TWICE,
  /// The dataset is about nobody.
  SUBJECT,
  /// Keys of this type cannot be listed.
  TYPE,
  /// Not a purpose that we know.
  PURPOSE;

  /// Its name in the word files.
  String code() {
    return "objections." + name().toLowerCase(Locale.ROOT);
  }
}
