import { type Metric, recorded } from './metric'

/** 主题党日: a fact is an accepted attendance. */
const live: readonly Metric[] = [
  {
    code: 'themeday.sessions',
    name: '主题党日活动场次',
    unit: '场次',
    kind: 'distinct',
    definition: '本期至少有一名党员到会的主题党日活动。几个支部联合开展的一场活动，在上级只算一场。',
    source: 'facts',
    compute: (context) => context.tally('themeday').sessions,
  },
  {
    code: 'themeday.times',
    name: '主题党日参加人次',
    unit: '人次',
    kind: 'sum',
    definition: '党员与活动逐场累计：一名党员参加一场算一人次。',
    source: 'facts',
    compute: (context) => context.tally('themeday').times,
  },
  {
    code: 'themeday.people',
    name: '主题党日参加人数',
    unit: '名',
    kind: 'distinct',
    definition: '本期至少参加过一场主题党日活动的党员，每人只算一次。',
    source: 'facts',
    compute: (context) => context.tally('themeday').people,
  },
  {
    code: 'themeday.mobile.people',
    name: '流动党员主题党日参加人数',
    unit: '名',
    kind: 'distinct',
    definition: '参加时登记为流动党员、本期至少参加过一场主题党日活动（含远程）的党员，每人只算一次。',
    source: 'facts',
    compute: (context) => context.mobileTally('themeday').people,
  },
  {
    code: 'themeday.rate',
    name: '主题党日参与率',
    unit: '%',
    kind: 'ratio',
    definition: '期末在册的党员中，本期至少参加过一场主题党日活动的占多少。其余的就是“未参加”名单上的人。',
    source: 'facts',
    compute: (context) => ({ numerator: context.participated('themeday'), denominator: context.members() }),
  },
  {
    code: 'themeday.attendance',
    name: '主题党日到会率',
    unit: '%',
    kind: 'ratio',
    definition:
      '各场活动实到人次之和除以应到人次之和。应到以打开签到时定下的名单为准，请假的、后来转走的仍算应到，到了就算实到；无人到会的活动也计入，没有名单的不计入。',
    source: 'themeDays',
    compute: (context) => context.attendance(),
  },
  {
    code: 'themeday.coverage',
    name: '主题党日支部覆盖率',
    unit: '%',
    kind: 'ratio',
    definition: '本期至少有一名党员参加过主题党日活动的党支部，占期末全部党支部的多少。',
    source: 'facts',
    compute: (context) => ({ numerator: context.coveredBranches(), denominator: context.branches() }),
  },
]

const formDefinition = (form: string) => `本期主题党日活动中，以“${form}”为形式之一、至少有一名党员到会的场次。`

const byForm: readonly Metric[] = [
  recorded('oath', '重温入党誓词场次', '场次', 'distinct', formDefinition('重温入党誓词')),
  recorded('group-study', '集中学习场次', '场次', 'distinct', formDefinition('集中学习')),
  recorded('voluntary', '志愿服务场次', '场次', 'distinct', formDefinition('志愿服务')),
  recorded('visit', '参观见学场次', '场次', 'distinct', formDefinition('参观见学')),
  recorded('meeting', '组织生活会场次', '场次', 'distinct', formDefinition('组织生活会')),
]

export const themeDayMetrics: readonly Metric[] = [...live, ...byForm]
