import { awaited, type Metric, recorded } from './metric'

/** 百题手册 and 专题培训. */
export const studyMetrics: readonly Metric[] = [
  recorded('handbook.items', '百题手册题数', '题', 'latest', '现行百题手册收录的题目。'),
  awaited(
    'handbook.mastery',
    '百题手册掌握率',
    '%',
    'ratio',
    '党员与题目一一配对，其中已经掌握的占多少。练习只给本人看，不汇总，所以没有这个数。',
  ),
  awaited('training.sessions', '专题培训班期数', '期', 'count', '本期举办的专题培训班。'),
  awaited('training.times', '专题培训党员干部人次', '人次', 'sum', '各期培训班参训的党员干部逐期累计。'),
]
