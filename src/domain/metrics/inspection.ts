import { awaited, type Metric } from './metric'

/** 督导: rounds of inspection and what became of their findings. */
export const inspectionMetrics: readonly Metric[] = [
  awaited('period', '督导时间', '', 'range', '本轮督导的第一天到最后一天。'),
  awaited('inspection.groups', '督导组数', '个', 'count', '本轮至少分到一个被督导单位的督导组。'),
  awaited('inspection.units', '被督导党委（总支）数', '个', 'count', '本轮已有完整督导记录的党委和党总支。'),
  awaited(
    'inspection.improved',
    '较上一轮提升的单位',
    '个',
    'count',
    '两轮都督导过的单位中，上一轮的问题尚未解决的比上一轮少的单位；新发现的问题另计。',
  ),
  awaited('inspection.rectification', '整改率', '%', 'ratio', '再次督导的单位在上一轮的问题中，经核实已解决的占多少。'),
]
