/** Texts that people read, in their language. */

/** @param english the text, and the key of its translation; {0}, {1} … are places for the values */
export type Say = (english: string, ...values: readonly (string | number)[]) => string;

/** Texts → translations, as VS Code hands them over. What is missing stays English. */
export type Bundle = Readonly<Record<string, string>>;

export function wording(bundle: Bundle = {}): Say {
  return (text, ...values) => {
    const translated = Object.hasOwn(bundle, text) ? bundle[text] : undefined;
    return (translated ?? text).replace(/\{(\d+)\}/g, (place, i: string) =>
      String(values[Number(i)] ?? place),
    );
  };
}

export const english: Say = wording();

/** Why something was not done, for the person who asked for it. Logs have it in English. */
export class Refusal extends Error {
  override name = "Refusal";
  private readonly words: readonly [text: string, ...values: (string | number)[]];

  constructor(text: string, ...values: (string | number)[]) {
    super(english(text, ...values));
    this.words = [text, ...values];
  }

  in(say: Say): string {
    return say(...this.words);
  }
}
