import type { RoleName } from '@/contracts/identity'

/** What someone is called in an organisation, and what that lets them see and do: as the table of permissions (domain/people/scope) says it. */
export const roleWords: Readonly<Record<RoleName, { name: string; may: string }>> = {
  member: { name: '党员', may: '看自己的学习和活动' },
  secretary: {
    name: '书记',
    may: '能看本组织党员的名单和参与情况，安排和主持主题党日，组织答题，填报台账，更正记录，回复建议',
  },
  organiser: {
    name: '组织员',
    may: '能看所辖组织的名单和参与情况，组织答题，审核台账，写报告、复核别人写的报告，接转组织关系，回复建议和投诉',
  },
  inspector: { name: '督导员', may: '能看所辖组织的数字，看不到名单，不能改动任何内容' },
  administrator: { name: '系统管理员', may: '维护组织、名册和台账的指标，能看名单和数字，不能补录或更正参与' },
}
