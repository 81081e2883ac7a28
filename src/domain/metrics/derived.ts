import type { Category } from '@/contracts/identity'
import { awaited, type Metric } from './metric'

/** Categories of organisations as the report names them, in its order. */
export const categoryNames: Readonly<Record<Category, string>> = {
  cityOffice: '市直机关',
  townOffice: '乡镇机关',
  village: '农村',
  community: '社区',
  stateEnterprise: '国企',
  publicInstitution: '事业单位',
  newOrganisation: '两新组织',
  privateEnterprise: '私营企业',
}

const suppressed = '不足五个组织的类别不单列。'

/** 工作开展不平衡: one pair of rates for each category. */
const imbalance = Object.entries(categoryNames).flatMap(([category, name]) => [
  awaited(
    `imbalance.coverage.${category}`,
    `${name}主题党日覆盖率`,
    '%',
    'ratio',
    `${name}类党支部中，本期开展过主题党日活动的占多少；${suppressed}`,
  ),
  awaited(
    `imbalance.attendance.${category}`,
    `${name}主题党日到会率`,
    '%',
    'ratio',
    `${name}类党支部各场活动实到人次之和除以应到人次之和；${suppressed}`,
  ),
])

/** 存在问题: leads for a person to look at, never verdicts. */
const problems: readonly Metric[] = [
  awaited('problems.meetings', '三会一课不到位的支部', '个', 'count', '本期有三会一课要求到期而没有做到的党支部。'),
  awaited('problems.appraisal', '民主评议未开展的支部', '个', 'count', '到期应当开展而没有民主评议党员记录的党支部。'),
  awaited(
    'problems.formalism',
    '疑似虚化形式化的活动',
    '场次',
    'count',
    '记录缺项或者不合常理的活动，只作线索，由人核实后认定。',
  ),
]

export const derivedMetrics: readonly Metric[] = [...imbalance, ...problems]
