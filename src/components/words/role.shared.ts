import type { RoleName } from '@/contracts/identity'

/** What someone is called in an organisation, and what that lets them see and do: as the table of permissions (domain/people/scope) says it. */
export const roleWords: Readonly<Record<RoleName, { name: string; may: string }>> = {
  member: { name: '党员', may: '看自己的学习和活动' },
  secretary: {
    name: '书记',
    may: '能看本组织党员的名单和参与情况，主持主题党日，发邀请码，更正记录，回复建议',
  },
  organiser: {
    name: '组织员',
    may: '能看所辖组织的名单和参与情况，接转组织关系，生成报告，回复建议和投诉',
  },
  inspector: { name: '督导员', may: '能看所辖组织的数字，看不到名单，不能改动任何内容' },
  administrator: { name: '系统管理员', may: '维护组织和名册，能看名单和数字，不能补录或更正参与' },
}
