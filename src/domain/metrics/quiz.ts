import type { Metric } from './metric'

/** 知识答题: a fact is an attempt that was accepted in time. */
export const quizMetrics: readonly Metric[] = [
  {
    code: 'quiz.people',
    name: '参与知识答题党员人数',
    unit: '名',
    kind: 'distinct',
    definition: '本期至少有一次答题按时交卷的党员，每人只算一次。',
    source: 'facts',
    compute: (context) => context.tally('quiz').people,
  },
  {
    code: 'quiz.times',
    name: '参与知识答题人次',
    unit: '人次',
    kind: 'sum',
    definition: '党员与答题逐次累计：一名党员参加一次答题算一人次，同一次答题重做不重复算。',
    source: 'facts',
    compute: (context) => context.tally('quiz').times,
  },
  {
    code: 'quiz.mobile.people',
    name: '流动党员线上学习答题人数',
    unit: '名',
    kind: 'distinct',
    definition: '答题时登记为流动党员、本期至少有一次答题按时交卷的党员，每人只算一次，只算在流出地党组织。',
    source: 'facts',
    compute: (context) => context.mobileTally('quiz').people,
  },
  {
    code: 'quiz.mobile.times',
    name: '流动党员线上学习答题人次',
    unit: '人次',
    kind: 'sum',
    definition: '答题时登记为流动党员的党员与答题逐次累计，同一次答题重做不重复算。',
    source: 'facts',
    compute: (context) => context.mobileTally('quiz').times,
  },
  {
    code: 'quiz.rate',
    name: '知识答题参学率',
    unit: '%',
    kind: 'ratio',
    definition: '期末在册的党员中，本期参与过知识答题的占多少。其余的就是“未参加”名单上的人。',
    source: 'facts',
    compute: (context) => ({ numerator: context.participated('quiz'), denominator: context.members() }),
  },
]
