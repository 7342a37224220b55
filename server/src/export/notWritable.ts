/** The review is too much for a format, or fits it in no part; the message tells the user, and what to choose instead. */
export class NotWritable extends Error {
  override name = "NotWritable";
}
