/** A hash over the names and contents of files and folders (relative to the checkout). */
export function hashOf(inputs: readonly string[]): string
