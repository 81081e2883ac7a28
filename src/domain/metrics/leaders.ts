import { awaited, type Metric } from './metric'

/** 领导基层联系点 and model activities. */
export const leaderMetrics: readonly Metric[] = [
  awaited('contact.points', '领导基层联系点', '个', 'count', '本期在用的领导基层联系点。'),
  awaited('contact.inspect.times', '检查指导人次', '人次', 'sum', '领导到联系点检查指导的记录，领导与到访逐次累计。'),
  awaited(
    'contact.study.times',
    '参加学习讨论人次',
    '人次',
    'sum',
    '领导在联系点参加学习讨论的记录，领导与到访逐次累计。',
  ),
  awaited('model.activities', '针对性主题实践活动', '个', 'count', '本期按行业（机关、企业等）开展的主题实践活动。'),
]
