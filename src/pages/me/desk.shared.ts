import type { IconName, IconTone } from '@/components/icon/icon.shared'
import type { Target } from '@/components/page/target.shared'
import type { Me, OrgRef, RoleName } from '@/contracts/identity'
import {
  type Caller,
  canAnswerLetters,
  canExport,
  canMakeQuiz,
  canManageThemeDay,
  canPreviewReport,
  canPublishLesson,
  canReadReflections,
  canSeeFigures,
  canSeeNames,
} from '@/domain/people'

/** A way into the work: what it is called, and where it leads. `activities` is a tab. */
export interface Tool {
  readonly title: string
  readonly icon: IconName
  readonly tone: IconTone
  readonly target: Target
}

export interface Desk {
  readonly org: OrgRef
  readonly groups: readonly { readonly title: string; readonly tools: readonly Tool[] }[]
}

type May = (caller: Caller, orgPath: readonly string[]) => boolean
type Offered = Omit<Tool, 'target'> & { readonly may: May; readonly target: (orgId: string) => Target }

/** A secretary comes to do something, whoever oversees comes for the figures: that group is first. */
const FIGURES = '看数字'
const WORK = '办事情'

const offered: readonly { readonly title: string; readonly tools: readonly Offered[] }[] = [
  {
    title: FIGURES,
    tools: [
      {
        title: '参与统计',
        icon: 'chart',
        tone: 'red',
        may: canSeeFigures,
        target: (orgId) => ({ page: 'figures', orgId }),
      },
      {
        title: '督导报告',
        icon: 'report',
        tone: 'red',
        may: canPreviewReport,
        target: (orgId) => ({ page: 'reports', orgId }),
      },
      {
        title: '台账',
        icon: 'list',
        tone: 'gold',
        may: canSeeFigures,
        target: (orgId) => ({ page: 'register', orgId }),
      },
      { title: '导出记录', icon: 'download', tone: 'grey', may: canExport, target: () => ({ page: 'exports' }) },
    ],
  },
  {
    title: WORK,
    tools: [
      {
        title: '主持主题党日',
        icon: 'scan',
        tone: 'red',
        may: canManageThemeDay,
        target: () => ({ page: 'activities' }),
      },
      {
        title: '安排主题党日',
        icon: 'plan',
        tone: 'gold',
        may: canManageThemeDay,
        target: (orgId) => ({ page: 'plan-days', orgId }),
      },
      {
        title: '组织答题',
        icon: 'quiz',
        tone: 'red',
        may: canMakeQuiz,
        target: (orgId) => ({ page: 'quizzes', orgId }),
      },
      {
        title: '发布微党课',
        icon: 'book',
        tone: 'gold',
        may: canPublishLesson,
        target: (orgId) => ({ page: 'lessons-desk', orgId }),
      },
    ],
  },
  {
    title: '党员',
    tools: [
      {
        title: '党员名册',
        icon: 'people',
        tone: 'ok',
        may: canSeeNames,
        target: (orgId) => ({ page: 'members', orgId }),
      },
      {
        title: '看心得',
        icon: 'pencil',
        tone: 'gold',
        may: canReadReflections,
        target: (orgId) => ({ page: 'reflections', orgId }),
      },
      {
        title: '建议和投诉',
        icon: 'mail',
        tone: 'gold',
        may: canAnswerLetters,
        target: (orgId) => ({ page: 'mailbox', orgId }),
      },
    ],
  },
]

/**
 * One desk for each organisation in which someone holds an office, in the order of the offices, with what the offices there allow together: by the same
 * predicates by which the server decides.
 */
export function desksOf(roles: Me['roles']): Desk[] {
  const held = roles.filter(({ role }) => role !== 'member')
  const orgs = held.filter(({ org }, place) => held.findIndex((other) => other.org.id === org.id) === place)
  return orgs.map(({ org }) => {
    const own: { role: RoleName; orgId: string }[] = held.map(({ role, org: { id } }) => ({ role, orgId: id }))
    const caller: Caller = { orgPath: [], roles: own.filter(({ orgId }) => orgId === org.id) }
    const first = caller.roles.some(({ role }) => role === 'secretary') ? WORK : FIGURES
    const ordered = [...offered].sort((a, b) => Number(b.title === first) - Number(a.title === first))
    const groups = ordered.map(({ title, tools }) => ({
      title,
      tools: tools
        .filter(({ may }) => may(caller, [org.id]))
        .map(({ may: _, target, ...tool }) => ({ ...tool, target: target(org.id) })),
    }))
    return { org, groups: groups.filter(({ tools }) => tools.length > 0) }
  })
}
