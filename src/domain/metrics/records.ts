import { awaited, type Metric, recorded } from './metric'

const definition = (what: string) => `本期收到并认可的${what}。`

/** 学习资料 that branches hand in. */
export const recordMetrics: readonly Metric[] = [
  awaited('records.notes', '学习笔记', '篇', 'count', `${definition('学习笔记')}笔记由党员自己保存，系统不收。`),
  recorded('records.reflections', '心得体会', '篇', 'count', '本期写成、支部看过并认可的心得体会。'),
  awaited('records.minutes', '会议记录', '份', 'count', definition('会议记录')),
  awaited('records.media', '影像资料', '份', 'count', definition('影像资料')),
  awaited('records.coverage', '资料齐全的支部占比', '%', 'ratio', '本期学习资料按时更新的党支部，占全部党支部的多少。'),
]
