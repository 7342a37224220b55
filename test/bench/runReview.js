// Bundles the review's benchmark and runs it against dist/server.js: npm run bench:review
import { beside, bundled } from "../bundled.js";

const { benchReview } = await bundled(import.meta.url, "review.ts", "benchReview");
await benchReview(beside(import.meta.url, "../.."));
