import { dayWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { getMyData } from '@/contracts/me'
import { dayOf } from '@/domain/time/day'

export type MyData = OutputOf<typeof getMyData>

/** Something that is kept: what, why, and who sees it. */
export interface Kept {
  readonly what: string
  readonly value: string
  readonly why: string
  readonly who: string
}

const LED = '本支部书记和上级组织员'

/** Everything that is stored about a person, in words. `today`: for days of this year. */
export function keptOf(data: MyData, today: string): Kept[] {
  const { person, org, path, since, binding, phoneKnown, counts } = data
  const place = path.map(({ name }) => name).join(' › ') || org.name
  return [
    {
      what: '名册',
      value: `${person.name}，${person.bornYear} 年出生，${person.full ? '正式党员' : '预备党员'}${person.mobile ? '，流动党员' : ''}`,
      why: '知道您是谁、应该参加什么',
      who: LED,
    },
    {
      what: '所在组织',
      value: `${place}${since ? `（${dayWords(since, today)}起）` : ''}`,
      why: '算清每个支部有谁参加',
      who: LED,
    },
    {
      what: '参与记录',
      value: `${counts.participations} 条；答卷 ${counts.attempts} 份`,
      why: '支部的参与情况由它数出来，是组织的工作记录',
      who: `${LED}；别人只看到人数`,
    },
    {
      what: '您写的和练的',
      value: `笔记 ${counts.notes} 条，心得 ${counts.reflections} 篇，练习 ${counts.reviews} 题次`,
      why: '换了手机接着学；心得交给支部',
      who: '笔记和练习只有您自己；心得还有支部书记',
    },
    {
      what: '来信',
      value: `${counts.letters} 封`,
      why: '把答复送回给您',
      who: '收信的组织；投诉不显示您的名字',
    },
    {
      what: '手机号',
      value: phoneKnown ? '存有一串读不出来的密文' : '没有存',
      why: '换手机时一键认出您',
      who: '谁也看不到号码',
    },
    {
      what: '微信绑定',
      value: `${dayWords(dayOf(binding.boundAt), today)}绑定${counts.messages > 0 ? `；还可以给您发 ${counts.messages} 次提醒` : ''}`,
      why: '打开就认得您，不用输密码',
      who: '只有系统用',
    },
  ]
}

/** What the person agreed to, and when. */
export const consentWords = ({ binding: { consent } }: MyData, today: string): string =>
  consent
    ? `您在 ${dayWords(dayOf(consent.at), today)}同意了 ${consent.version} 版个人信息说明。`
    : '还没有您同意说明的记录，请看上面的说明。'

/** What happens when the consent is withdrawn, each in a sentence. */
export const leavingWords: readonly string[] = [
  '微信绑定马上解除，每部手机都一样；手机号密文一并删除。',
  '这部手机上存的内容全部清掉。',
  '参与记录是支部的工作记录，留在支部，不会删。',
  '党员身份不受影响。想回来，请支部书记发邀请码。',
]

/** What would be lost with what waits on the phone; null: nothing waits. */
export const waitingLoss = (count: number): string | null =>
  count > 0 ? `这部手机上还有 ${count} 件没有送出去。撤回前会先送一次，送不出去的就不要了。` : null
