import type { Metric } from './metric'

/** 微党课: a fact is a lesson read to its end with its check question answered; watching time never counts. */
export const lessonMetrics: readonly Metric[] = [
  {
    code: 'lesson.people',
    name: '微党课参学人数',
    unit: '名',
    kind: 'distinct',
    definition: '本期至少学完一门微党课（学到末尾并答对检测题）的党员，每人只算一次。',
    source: 'facts',
    compute: (context) => context.tally('lesson').people,
  },
  {
    code: 'lesson.times',
    name: '微党课参学人次',
    unit: '人次',
    kind: 'sum',
    definition: '党员与微党课逐门累计：一名党员学完一门算一人次，同一门再学不重复算。',
    source: 'facts',
    compute: (context) => context.tally('lesson').times,
  },
  {
    code: 'lesson.count',
    name: '微党课参学门数',
    unit: '门',
    kind: 'distinct',
    definition: '本期至少有一名党员学完的微党课，每门只算一次。',
    source: 'facts',
    compute: (context) => context.tally('lesson').sessions,
  },
  {
    code: 'lesson.mobile.people',
    name: '流动党员微党课参学人数',
    unit: '名',
    kind: 'distinct',
    definition: '学完时登记为流动党员、本期至少学完一门微党课的党员，每人只算一次，只算在流出地党组织。',
    source: 'facts',
    compute: (context) => context.mobileTally('lesson').people,
  },
  {
    code: 'lesson.rate',
    name: '微党课参学率',
    unit: '%',
    kind: 'ratio',
    definition: '期末在册的党员中，本期至少学完一门微党课的占多少。其余的就是“未参加”名单上的人。',
    source: 'facts',
    compute: (context) => ({ numerator: context.participated('lesson'), denominator: context.members() }),
  },
]
