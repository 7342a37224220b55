/** How V8 compiles this program, which is many small functions that all run about as often. */
import { setFlagsFromString } from "node:v8";

/**
 * Has less copied into callers when functions are optimised: the compiler's work grows with that, and it was about half of the
 * processor time of a first thousand abstracts. To be called before anything is read.
 */
export function compileLess(): void {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
}
