/** Text of documents on a terminal: one line, and nothing that the terminal would obey. */

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Control characters and line ends as a space, lone surrogates as U+FFFD. */
export function plainLine(text: string): string {
  return text.replace(CONTROL, " ").replace(/\p{Cs}/gu, "\ufffd");
}
