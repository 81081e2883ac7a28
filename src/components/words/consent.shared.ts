import type { OutputOf } from '@/contracts/action'
import { CONSENT_VERSION } from '@/contracts/identity'
import type { getMyData } from '@/contracts/me'

/** What is kept, why, who sees it, and how to withdraw: the statement that CONSENT_VERSION names. A change of it is a new version. */
export const statement = [
  {
    title: '存什么',
    text: '姓名、出生年份、所在支部；答题、微党课、主题党日的参与和请假；您写的笔记、心得、来信和练习；认出您的微信编号。手机号只存读不出来的密文。不存身份证号，不记录您在哪里。',
  },
  { title: '为什么存', text: '让支部知道谁参加了、谁来不了，让您换手机也能接着学。不算积分，不排名次，不统计时长。' },
  {
    title: '谁能看到',
    text: '参与情况：本支部书记、上级组织员，管理员看得到名册。请假原因和心得：书记和组织员。笔记和练习：只有绑定成您的微信。手机号谁也看不到。您写的文字会先由微信检查内容。',
  },
  { title: '请您留意', text: '邀请码谁用就绑定成谁，请只自己用。换过绑定，名册上会显示。' },
  {
    title: '怎么撤回',
    text: '在“我的—我的数据”里，随时可以查看、更正、撤回。撤回后，微信编号和手机号密文马上删除；参与和请假是支部的工作记录，留在支部。',
  },
] as const

/** Whether someone agreed to an older statement than today's, or nobody knows to which. */
export const isConsentOld = ({ consent }: Pick<OutputOf<typeof getMyData>['binding'], 'consent'>): boolean =>
  consent?.version !== CONSENT_VERSION
