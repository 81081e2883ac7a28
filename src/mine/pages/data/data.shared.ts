import { dayWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { getMyData, KeptTopic } from '@/contracts/me'
import { dayOf } from '@/domain/time/day'

export type MyData = OutputOf<typeof getMyData>

/** Something that is kept: what, why, and who sees it. */
export interface Kept {
  readonly what: string
  readonly value: string
  readonly why: string
  readonly who: string
}

/** Those who read its members' names: `names` in domain/people/scope. */
const NAMES = '本支部书记、上级组织员和管理员'
/** Those who hold its theme days and read its reflections. */
const LEADERS = '本支部书记和上级组织员'

type Rows = Readonly<Record<KeptTopic, (data: MyData, today: string) => Kept>>

/** A row for each topic, in the order of the page. The server's table of collections names the topics, so nothing is kept that has no row. */
const rows: Rows = {
  roster: ({ person, org, path, since, counts }, today) => ({
    what: '名册',
    value: `${person.name}，${person.bornYear} 年出生，${person.full ? '正式党员' : '预备党员'}${person.mobile ? '，流动党员' : ''}。${
      path.map(({ name }) => name).join(' › ') || org.name
    }${since ? `（${dayWords(since, today)}起）` : ''}${counts.moves > 0 ? `。名册变动 ${counts.moves} 次` : ''}`,
    why: '知道您是谁、应该参加什么，算清每个支部有谁参加',
    who: NAMES,
  }),
  participation: ({ counts }) => ({
    what: '参与记录',
    value: `${counts.participations} 条；答卷 ${counts.attempts} 份${counts.drafts > 0 ? `，其中 ${counts.drafts} 份还没交，先存着` : ''}`,
    why: '支部的参与情况由它数出来，是组织的工作记录',
    who: `参加没参加，${NAMES}看得到；别人只看到人数`,
  }),
  attendance: ({ counts }) => ({
    what: '请假和晚到的签到',
    value: [
      counts.leaves > 0 ? `请假 ${counts.leaves} 次，记有原因（可能是生病）和您写的说明` : '没有请过假',
      ...(counts.lateScans > 0 ? [`晚到的扫码 ${counts.lateScans} 次，记有扫码和送到的时间`] : []),
    ].join('；'),
    why: '让支部知道谁来不了；核对没有网络时扫的码。应到名单也由名册来',
    who: `${LEADERS}，别的党员看不到`,
  }),
  writings: ({ counts }) => ({
    what: '您写的和练的',
    value: `笔记 ${counts.notes} 条，心得 ${counts.reflections} 篇，练习 ${counts.reviews} 题次`,
    why: '换了手机接着学；心得交给支部',
    who: `笔记和练习只有绑定成您的微信；心得还有${LEADERS}。文字先由微信检查内容`,
  }),
  letters: ({ counts }) => ({
    what: '来信',
    value: `${counts.letters} 封`,
    why: '把信送到能办的人那里，把答复送回给您',
    who: '收信的党组织；投诉不显示您的名字，只有写的时候绑定的微信看得到、算在内',
  }),
  reminders: ({ counts }) => ({
    what: '提醒',
    value: `${counts.reminders} 条，记有什么时候提醒、您看过没有`,
    why: '不漏掉该参加的；同一天不重复打扰您',
    who: '内容只有您看得到；提醒的组织知道提醒了几个人',
  }),
  phone: ({ phoneKnown }) => ({
    what: '手机号',
    value: phoneKnown ? '存有一串读不出来的密文' : '没有存',
    why: '换手机时一键认出您',
    who: '谁也看不到号码',
  }),
  binding: ({ binding, counts }, today) => ({
    what: '微信绑定',
    value: `${dayWords(dayOf(binding.boundAt), today)}绑定${binding.replaced ? '，换下了原来的微信' : ''}${
      counts.messages > 0 ? `；还可以给您发 ${counts.messages} 次提醒` : ''
    }`,
    why: '打开就认得您：记有微信给的一串编号、用过的邀请码；也记输过几次码，防止有人乱试',
    who: `编号只有系统用；绑没绑、换没换过，${NAMES}看得到`,
  }),
  consent: ({ binding, consents }, today) => ({
    what: '同意的记录',
    value:
      (consents.length > 0 || binding.consent === null ? consents : [{ event: 'given', at: binding.consent.at }])
        .map(({ event, at }) => `${dayWords(dayOf(at), today)}${event === 'given' ? '同意' : '撤回'}`)
        .filter((words, place, all) => all.indexOf(words) === place)
        .join('，') || '没有',
    why: '证明存这些是您同意的',
    who: '只有系统用',
  }),
  duties: ({ counts, roles }) => ({
    what: '办理记录',
    value: `${counts.audit} 条${roles.length > 0 ? '；您替别人办的，也记有是您办的' : ''}`,
    why: '谁替您发过邀请码、登记过手机号、改过记录，都查得到人',
    who: '平时没有人看，有疑问时由管理员核查',
  }),
}

/** Everything that is stored about a person, in words. `today`: for days of this year. */
export const keptOf = (data: MyData, today: string): (Kept & { topic: KeptTopic })[] =>
  (Object.keys(rows) as KeptTopic[]).map((topic) => ({ topic, ...rows[topic](data, today) }))

/** What the person agreed to, and when. */
export const consentWords = ({ binding: { consent } }: Pick<MyData, 'binding'>, today: string): string =>
  consent
    ? `您在 ${dayWords(dayOf(consent.at), today)}同意了 ${consent.version} 版个人信息说明。`
    : '还没有您同意说明的记录，请看上面的说明。'

/** What happens when the consent is withdrawn, each in a sentence. */
export const leavingWords: readonly string[] = [
  '微信绑定马上解除，每部手机都一样；微信编号和手机号密文一并删除。',
  '这部手机上存的内容全部清掉。',
  '参与、请假的记录和来信是组织的工作记录，留下来，不会删。',
  '党员身份不受影响。想回来，请支部书记发邀请码。',
]

/** What becomes of one's own texts. */
export const writingsWords = {
  keep: '留着：以后重新绑定，还能接着看。',
  delete: '一起删掉：马上删除，找不回来；请假时写的说明也一起删。云上的备份过几天自己消失。',
} as const

/** What would be lost with what waits on the phone; null: nothing waits. */
export const waitingLoss = (count: number): string | null =>
  count > 0 ? `这部手机上还有 ${count} 件没有送出去。撤回前会先送一次，送不出去的就不要了。` : null
