import { awaited, type Metric } from './metric'

const filed = '年度三会一课和主题党日计划（时间、内容、形式）已公布并报上级备案的党支部'
const complied = '本期到期的三会一课各项要求全部做到的党支部；各项要求可以按支部设定'

/** 年度计划 and 三会一课: what branches are obliged to. */
export const planMetrics: readonly Metric[] = [
  awaited('plan.filed', '制定并备案年度计划的支部', '个', 'count', `${filed}。`),
  awaited('plan.filed.rate', '年度计划备案率', '%', 'ratio', `${filed}，占应当制定计划的党支部的多少。`),
  awaited('plan.spotchecks', '抽查次数', '次', 'count', '本期登记的对计划执行情况的抽查。'),
  awaited('plan.notices', '通报批评支部数', '个', 'count', '本期由人作出通报批评的党支部；系统自己不作通报。'),
  awaited('meetings.compliance', '三会一课达标支部', '个', 'count', `${complied}。`),
  awaited('meetings.compliance.rate', '三会一课达标率', '%', 'ratio', `${complied}，占本期有要求到期的党支部的多少。`),
]
