/** The workspace's folders, and where a document stands in them. */

export interface Folder {
  readonly uri: string;
}

/** A document's place: its folder and its path in it, with forward slashes. */
export interface Place {
  readonly folder: string;
  readonly path: string;
}

export class Workspace {
  private folders: readonly string[] = [];

  set(folders: readonly Folder[]): void {
    // The longest first, so that a folder inside another claims its own documents.
    this.folders = folders.map(({ uri }) => withoutSlash(uri)).sort((a, b) => b.length - a.length);
  }

  all(): readonly string[] {
    return this.folders;
  }

  /** @returns null for a document outside every folder */
  place(uri: string): Place | null {
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    return folder === undefined ? null : { folder, path: decoded(uri.slice(folder.length + 1)) };
  }

  /** The path in its folder; for a document outside every folder its name alone. */
  pathOf(uri: string): string {
    return this.place(uri)?.path ?? decoded(uri.slice(uri.lastIndexOf("/") + 1));
  }
}

function withoutSlash(uri: string): string {
  return uri.endsWith("/") ? uri.slice(0, -1) : uri;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
