/** Every suite that runs in the extension host. Each is loaded only after mocha's functions are in place. */
export const suites: readonly (() => Promise<unknown>)[] = [() => import("./activation.js")];
