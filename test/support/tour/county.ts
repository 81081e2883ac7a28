import type { TestCloud } from '../cloud'

/** What the stops of the tour are about, in the demo county of this moment. */
export interface TourCounty {
  readonly quizId: string
  readonly lessonId: string
  readonly themeDayId: string
  readonly branchId: string
  readonly countyId: string
  /** An attempt of the elderly member that was handed in. */
  readonly attemptId: string
  /** The elderly member. */
  readonly personId: string
  readonly from: string
  readonly to: string
}

interface HomeAnswer {
  now: number
  person: { id: string }
  org: { id: string }
  quizzes: { id: string; mode: string }[]
  themeDays: { id: string; status: string }[]
}

/**
 * Lets a few people do things by the real actions, so that there is something to look at: the elderly member hands in a paper, the
 * secretary opens the check-in and reminds who has not answered, another writes a note, a reflection and a letter, and the county's organiser has a file made and
 * begins a report.
 */
export async function prepareTour(cloud: TestCloud): Promise<TourCounty> {
  const as = async (persona: string) => {
    const token = await cloud.login(persona)
    return async <T>(fn: string, action: string, input: object): Promise<T> => {
      const { result } = await cloud.call<{ ok: boolean; data: T; error?: { code: string } }>(fn, action, input, token)
      if (!result.ok) throw new Error(`${persona} ${action}: ${result.error?.code}`)
      return result.data
    }
  }
  const elderly = await as('elderly')
  const home = await elderly<HomeAnswer>('learn', 'getHome', {})
  const quizId = home.quizzes.find(({ mode }) => mode === 'exam')?.id ?? ''
  const themeDayId = home.themeDays.find(({ status }) => status === 'planned')?.id ?? ''
  const paper = await elderly<{ attemptId: string; items: { questionId: string; options: string[]; kind: string }[] }>(
    'learn',
    'dealPaper',
    { quizId },
  )
  const answers = paper.items.map(({ questionId, options, kind }, i) =>
    kind === 'fill' ? { questionId, chosen: [], text: '三十二' } : { questionId, chosen: [i % options.length] },
  )
  await elderly('learn', 'submitPaper', { attemptId: paper.attemptId, answers })
  const secretary = await as('secretary')
  await secretary('themeday', 'openCheckIn', { themeDayId })
  const mobile = await as('mobile')
  const pen = { phone: 'tourphone1', at: home.now }
  await mobile('learn', 'keepNote', {
    lessonId: 'lesson-mobile-members',
    text: '回家前先给支部打电话，把在外地的情况说一说。',
    pen,
    base: null,
  })
  await mobile('learn', 'submitReflection', {
    about: { kind: 'lesson', id: 'lesson-mobile-members' },
    text: '在外打工两年，一直怕给支部添麻烦。学了这课才知道，就近参加组织生活本来就是该做的事。',
    pen,
    base: null,
  })
  await elderly('identity', 'sendLetter', {
    key: 'tour-letter-1',
    kind: 'suggestion',
    text: '微党课的字再大一点就更好了，我们年纪大的看着舒服。',
  })
  await cloud.timer('rollup')
  const reminded = { key: 'tour-remind-1', orgId: home.org.id, kind: 'quiz', ...monthOf(home.now) }
  await secretary('remind', 'remindMissing', reminded)
  const day = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)
  const to = day(home.now)
  const from = `${to.slice(0, 7)}-01`
  const organiser = await as('organiser-county')
  const view = { what: 'overview', orgId: 'shili', from, to, slice: {} }
  await organiser('jobs', 'startExport', { key: 'tour-export-1', view })
  await cloud.timer('jobs')
  await organiser('report', 'openVersion', { orgId: 'shili', from, to })
  return {
    quizId,
    themeDayId,
    lessonId: 'lesson-eight-duties',
    branchId: home.org.id,
    countyId: 'shili',
    attemptId: paper.attemptId,
    personId: home.person.id,
    from,
    to,
  }
}

/** The month of an instant, to its end: one reminds of what can still be done. */
function monthOf(instant: number): { from: string; to: string } {
  const local = new Date(instant + 8 * 3_600_000)
  const end = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0))
  const to = end.toISOString().slice(0, 10)
  return { from: `${to.slice(0, 7)}-01`, to }
}
