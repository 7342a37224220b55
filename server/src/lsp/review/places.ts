/** Where decisions stand in open documents: followed through every edit, else looked for by their words. */
import type { Range } from "../../extraction.js";
import { findTarget, followEdit } from "../../review/anchor.js";
import type { Target } from "../../review/annotations.js";

interface Followed {
  text: string;
  /** Target → its place in the text; null where it has none. */
  readonly places: Map<string, Range | null>;
}

export class Places {
  private readonly documents = new Map<string, Followed>();

  /**
   * Places in an open document's text. Between two calls an edit carries along what it did not touch, so that
   * places are kept even where the words around them change one after the other.
   */
  inOpen(uri: string, text: string): (target: Target) => Range | null {
    const followed = this.followed(uri, text);
    return (target) => {
      const key = keyOf(target);
      let place = followed.places.get(key);
      if (place === undefined) {
        place = findTarget(text, target);
        followed.places.set(key, place);
      }
      return place;
    };
  }

  /** After every change of an open text: two edits that are followed one by one touch less than both at once. */
  follow(uri: string, document: { getText(): string }): void {
    if (this.documents.has(uri)) this.followed(uri, document.getText());
  }

  forget(uri: string): void {
    this.documents.delete(uri);
  }

  private followed(uri: string, text: string): Followed {
    const known = this.documents.get(uri);
    if (known?.text === text) return known;
    const fresh: Followed = { text, places: new Map() };
    this.documents.set(uri, fresh);
    if (known === undefined) return fresh;
    const follow = followEdit(known.text, text);
    for (const [key, place] of known.places) {
      const moved = place === null ? null : follow(place);
      // What the edit touched, and what was lost before, is looked for when it is asked for: an undone edit brings it back.
      if (moved !== null) fresh.places.set(key, moved);
    }
    return fresh;
  }
}

function keyOf({ exact, prefix, suffix, start }: Target): string {
  return [start, exact, prefix, suffix].join("\u0000");
}
