import { imbalanceMetrics } from './imbalance'
import { awaited, type Metric, recorded } from './metric'

/** 存在问题: leads for a person to look at, never verdicts. */
const problems: readonly Metric[] = [
  awaited('problems.meetings', '三会一课不到位的支部', '个', 'count', '本期有三会一课要求到期而没有做到的党支部。'),
  awaited('problems.appraisal', '民主评议未开展的支部', '个', 'count', '到期应当开展而没有民主评议党员记录的党支部。'),
  recorded(
    'problems.themeday',
    '有月份没有主题党日记录的支部',
    '个',
    'count',
    '本期过完的各整月中，有月份没有一名党员参加主题党日的党支部；当月成立或者撤销的不算。',
  ),
  recorded(
    'problems.formalism',
    '疑似虚化形式化的活动',
    '场次',
    'count',
    '打开签到而无人到会、结束后才补开签到、过半由别人代录、不足二十分钟的主题党日。只作线索，由人核实后认定。',
  ),
]

export const derivedMetrics: readonly Metric[] = [...imbalanceMetrics, ...problems]
