import type { OutputOf } from '@/contracts/action'
import { CONSENT_VERSION } from '@/contracts/identity'
import type { getMyData } from '@/contracts/me'

/** What is kept, why, who sees it, and how to withdraw: the statement that CONSENT_VERSION names. A change of it is a new version. */
export const statement = [
  {
    title: '存什么',
    text: '姓名、出生年份、所在支部；答题、微党课、主题党日的参与记录；您写的笔记和心得。不存身份证号。',
  },
  { title: '为什么存', text: '让支部知道谁参加了，让您换手机也能接着学。不算积分，不排名次，不统计时长。' },
  { title: '谁能看到', text: '本支部书记和上级组织员。笔记只有您自己能看到，手机号谁也看不到。' },
  { title: '怎么撤回', text: '在“我的—我的数据”里，随时可以查看、更正、撤回。' },
] as const

/** Whether someone agreed to an older statement than today's, or nobody knows to which. */
export const isConsentOld = ({ consent }: OutputOf<typeof getMyData>['binding']): boolean =>
  consent?.version !== CONSENT_VERSION
