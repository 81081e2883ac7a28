/** A file that a function has put into cloud storage. */
export interface CloudFile {
  /** A temporary address of it: the only way in which a client gets at it. */
  readonly url: string
  /** With its extension, as the person will see it. */
  readonly fileName: string
}

/**
 * Gets the file to the person: on a phone it is downloaded and opened, with the menu for forwarding it; a browser saves it. Rejects when
 * it could not be downloaded. There is one file per platform (`.weapp.ts`, `.h5.ts`); the build picks it by its suffix.
 */
export function downloadFile(file: CloudFile): Promise<void>
