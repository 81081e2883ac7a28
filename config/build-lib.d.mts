export type BuildName = 'functions' | 'local-cloud' | 'weapp' | 'h5'
export const targetNames: readonly BuildName[]
/** Builds what is stale among `names` (default: everything); `log` gets a short line for each step. Throws when a build fails. */
export function build(names?: readonly BuildName[], log?: (line: string) => void): Promise<void>
