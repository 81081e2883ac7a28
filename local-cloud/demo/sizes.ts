/** How large a demo county is asked for (environment variable DEMO). */
export type DemoSize = 'default' | 'small' | 'figures' | 'load'

export const demoSizes: readonly DemoSize[] = ['default', 'small', 'figures', 'load']

/**
 * What a county is to be like. There is one generator for all sizes; everything in which they differ is here. The first committees, those of branches.ts with
 * the personas, are the same in all of them.
 */
export interface CountyPlan {
  readonly size: DemoSize
  readonly committees: number
  readonly generalBranches: number
  /** Those that stand today. */
  readonly branches: number
  readonly members: number
  /** Whole months before this one that have a quiz and a theme day. */
  readonly months: number
  /** How far the history goes back; null: to the first day of the first of those months. */
  readonly historyDays: number | null
  /** Months with a daily series, this one included. */
  readonly seriesMonths: number
  /** Of how many months, this one included, the papers are kept; of those before only that they were handed in. */
  readonly paperMonths: number
  /**
   * A year has ups and downs (trend.ts), branches that begin, end or do nothing (events.ts), newcomers and leavers all the time (yearly-moves.ts), joint theme days, late
   * scans and corrections. Six weeks have not.
   */
  readonly eventful: boolean
}

/** What `npm start` makes. */
const aYear: CountyPlan = {
  size: 'default',
  committees: 12,
  generalBranches: 4,
  branches: 180,
  members: 3600,
  months: 12,
  historyDays: null,
  seriesMonths: 3,
  paperMonths: 13,
  eventful: true,
}

export const countyPlans: Readonly<Record<DemoSize, CountyPlan>> = {
  default: aYear,
  // the same to the last fact, without the papers, which take most of the time and change no figure: for tests of figures
  figures: { ...aYear, size: 'figures', paperMonths: 0 },
  // six weeks: for tests of everything else
  small: {
    size: 'small',
    committees: 3,
    generalBranches: 1,
    branches: 20,
    members: 400,
    months: 1,
    historyDays: 42,
    seriesMonths: 1,
    paperMonths: 2,
    eventful: false,
  },
  // a county of the size of most: 36,000 members in 1,660 branches
  load: {
    ...aYear,
    size: 'load',
    committees: 110,
    generalBranches: 119,
    branches: 1660,
    members: 36_000,
    seriesMonths: 1,
    paperMonths: 2,
  },
}
