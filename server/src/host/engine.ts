/** How V8 compiles this program, which is many small functions that all run about as often. */
import { setFlagsFromString } from "node:v8";

/**
 * Has less copied into callers when functions are optimised: the compiler's work grows with that, and it was about half of the
 * processor time of a first thousand abstracts. To be called before anything is read.
 */
export function compileLess(): void {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
}

/**
 * From here on has old objects collected when the heap has grown by half; left to itself V8 lets several times as much garbage lie. For
 * long work that makes much and holds little of it.
 */
export function collectSooner(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
