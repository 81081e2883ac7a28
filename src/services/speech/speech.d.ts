/**
 * Reading aloud. One file per platform (`.weapp.ts`, `.h5.ts`); the build picks it by its suffix. One text at a time: a new one ends the one before.
 */
export interface Speech {
  /** Whether this phone can read Chinese aloud, as far as is known now. */
  available(): boolean
  /** Tells when that may have become known; returns how to stop listening. */
  onAvailable(listener: () => void): () => void
  /** Reads a text; `onEnd` is called once, when it was read or could not be, and not after `stop`. */
  speak(text: string, onEnd: () => void): void
  stop(): void
}

export declare const speech: Speech
