/**
 * At how many random points workers die in each of the kill tests (export, fold, regrade, analysis, report). The same points every time, from a seed; so few in the
 * test command, which must come to its end in minutes. `KILLS=100 npx vitest run --project cloud …` has the hundred of a release (docs/operations.md).
 */
export const KILLS = Number(process.env.KILLS ?? 30)
