import type { Metric } from '../metrics'

/** What the report needs of a metric. */
export type ReportMetric = Pick<Metric, 'name' | 'unit' | 'kind' | 'definition'>

/** The registry's look-up. It is handed in, so that indicators which an administrator adds can join without a new text. */
export type MetricLookup = (code: string) => ReportMetric
