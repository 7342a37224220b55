/** The text of a file that a command cannot do without. */
import { FileError, readDocument } from "../host/documents.js";
import { CommandFailure } from "./failure.js";
import type { Io } from "./io.js";

/**
 * @param path from the folder that the command runs in
 * @throws CommandFailure naming the file, where it cannot be read
 */
export async function textOf(path: string, io: Io): Promise<string> {
  try {
    return (await readDocument(path, io.folder)).text;
  } catch (error) {
    if (error instanceof FileError) throw new CommandFailure(error.message);
    throw error;
  }
}
