import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HandbookDoc, QuizQuestion, ReviewBatchDoc } from '../../cloudfunctions/_data/documents'
import type { OutputOf } from '../../src/contracts/action'
import { type Chapter, getHandbook, type Review, type ReviewCursor, syncReviews } from '../../src/contracts/handbook'
import { growChapter } from '../../src/services/handbook/grow-chapter.shared'
import { HOUR, lessons, NOON } from '../support/county/activities'
import { openidOf } from '../support/county/county'
import { type Called, type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const item = (id: string, text = id): QuizQuestion => ({
  id,
  kind: 'fill',
  stem: `${text}____`,
  options: [],
  key: [],
  accepted: ['32学时'],
  explanation: `解析${id}`,
  source: { document: '示例条例', article: '第一条' },
  tags: ['示例'],
  difficulty: 2,
})
const chapter = (_id: string, order: number, items: QuizQuestion[], version = 1): HandbookDoc => ({
  _id,
  title: `示例条例${_id}`,
  order,
  version,
  items,
})

describe('the handbook', () => {
  const two = [chapter('b-doc', 1, [item('h3')]), chapter('a-doc', 0, [item('h1'), item('h2')])]

  test('comes whole to a phone that has nothing, in the order of its chapters, with the lessons that explain it', async () => {
    await county.cloud.put('handbook', two)
    await county.cloud.put('lessons', [
      { ...lessons[0], questions: ['h1'] },
      { ...lessons[0], _id: 'mute', questions: [] },
      { ...lessons[0], _id: 'later', publishedAt: NOON + HOUR, questions: ['h2'] },
      { ...lessons[0], _id: 'officelesson', orgId: 'office', questions: ['h2'] },
    ])
    const { answer, databaseRequests } = await county.as('e1').call(getHandbook, { have: [] })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(2)
    expect(answer.data.chapters).toEqual([
      { id: 'a-doc', version: 1 },
      { id: 'b-doc', version: 1 },
    ])
    expect(answer.data.changed.map(({ id, items }) => [id, items.map((one) => one.id)])).toEqual([
      ['a-doc', ['h1', 'h2']],
      ['b-doc', ['h3']],
    ])
    expect(answer.data.changed[0]?.items[0]).toMatchObject({
      accepted: ['32学时'],
      explanation: '解析h1',
      difficulty: 2,
    })
    expect(answer.data.lessons).toEqual([{ id: 'lesson1', title: '测试微党课', questions: ['h1'] }])
    expect(answer.data.more).toBe(false)
  })

  test('then only what changed: in one request when nothing did', async () => {
    const have = [
      { id: 'a-doc', version: 1 },
      { id: 'b-doc', version: 1 },
    ]
    const same = await county.as('e1').call(getHandbook, { have })
    if (!same.answer.ok) throw new Error(same.answer.error.code)
    expect([same.databaseRequests, same.answer.data.changed]).toEqual([1, []])
    await county.cloud.put('handbook', [chapter('b-doc', 1, [item('h3', '改过的')], 2)])
    const { changed, chapters } = await county.as('e1').ok(getHandbook, { have })
    expect(changed.map(({ id, version }) => [id, version])).toEqual([['b-doc', 2]])
    expect(chapters).toHaveLength(2)
  })

  test('of 2,000 questions comes in answers that the platform carries, until the phone has it', async () => {
    const long = '很长的解析'.repeat(60)
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) => ({ ...item(`m${from + i}`), explanation: long }))
    const sizes = [500, 100, 299, 2, 600, 499]
    await county.cloud.put(
      'handbook',
      sizes.map((size, i) => chapter(`m-${i}`, 10 + i, many(size, i * 1000))),
    )
    const have: { id: string; version: number }[] = [
      { id: 'a-doc', version: 1 },
      { id: 'b-doc', version: 2 },
    ]
    const rounds: number[][] = []
    let begun: Chapter | null = null
    const whole: Chapter[] = []
    for (let more = true; more; ) {
      const asked: Chapter | null = begun
      const { answer }: Called<OutputOf<typeof getHandbook>> = await county.as('e1').call(getHandbook, {
        have,
        begun: asked && { id: asked.id, version: asked.version, items: asked.items.length },
      })
      if (!answer.ok) throw new Error(answer.error.code)
      expect(JSON.stringify(answer).length * 3).toBeLessThan(2_000_000)
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000)
      const { changed, part } = answer.data
      rounds.push(part ? [part.items.length] : changed.map(({ items }) => items.length))
      const grown = growChapter(asked, part)
      begun = grown.begun
      const got = grown.whole ? [grown.whole] : changed
      whole.push(...got)
      have.push(...got.map(({ id, version }) => ({ id, version })))
      more = answer.data.more
    }
    expect(rounds).toEqual([[400], [100], [100, 299], [2], [400], [200], [400], [99]])
    // each item once, in its order
    for (const [i, size] of sizes.entries())
      expect(whole[i]?.items.map(({ id }) => id)).toEqual(many(size, i * 1000).map(({ id }) => id))
  })
})

describe('reviews', () => {
  const review = (questionId: string, minutesAgo: number, grade: Review['grade'] = 'good'): Review => ({
    questionId,
    at: NOON - minutesAgo * 60_000,
    grade,
  })
  const send = (who: string, key: string, reviews: Review[], after: ReviewCursor | null = null) =>
    county.as(who).call(syncReviews, { batch: { key, reviews }, after })
  const stored = async (who: string) =>
    (await county.cloud.all<ReviewBatchDoc>('reviews')).filter(({ personId }) => personId === who)

  test('are kept once however often they are sent, in three requests, a repeat in two', async () => {
    const mine = [review('h1', 5), review('h2', 4, 'again')]
    const first = await send('e1', 'phone-a-1', mine)
    const again = await send('e1', 'phone-a-1', mine)
    if (!first.answer.ok || !again.answer.ok) throw new Error('refused')
    expect([first.databaseRequests, again.databaseRequests]).toEqual([3, 2])
    expect([first.answer.data.kept, again.answer.data.kept]).toEqual([null, null])
    expect(await stored('e1')).toEqual([
      { _id: 'e1.phone-a-1', personId: 'e1', keptAt: expect.any(Number), reviews: mine },
    ])
  })

  test('of two phones are one log; nobody else sees them', async () => {
    await send('e2', 'phone-a-1', [review('h1', 9)])
    await send('e2', 'phone-b-1', [review('h2', 8)])
    const all = await county.as('e2').ok(syncReviews, { batch: null, after: null })
    expect(all.reviews.map(({ questionId }) => questionId).sort()).toEqual(['h1', 'h2'])
    expect((await county.as('w0').ok(syncReviews, { batch: null, after: null })).reviews).toEqual([])
  })

  test('belong to the person: who binds another WeChat identity has them still', async () => {
    const bind = (openid: string, personId: string) =>
      county.cloud.put('bindings', [{ _id: openid, personId, boundAt: NOON }])
    await bind(openidOf('e2'), 'nobody')
    await bind('openid-new', 'e2')
    const token = await county.cloud.loginAs('openid-new')
    const { result } = await county.cloud.call('learn', 'syncReviews', { batch: null, after: null }, token)
    expect(result).toMatchObject({ data: { reviews: [{ questionId: 'h1' }, { questionId: 'h2' }] } })
    await bind('openid-new', 'somebody')
    await bind(openidOf('e2'), 'e2')
  })

  test('of a phone whose clock is ahead are kept as of now, and it is told, also when it asks again later', async () => {
    const sent = [review('h1', -600), review('h2', 3)]
    const first = await send('d0', 'phone-c-1', sent)
    const [batch] = await stored('d0')
    await county.cloud.clock(NOON + HOUR)
    const again = await send('d0', 'phone-c-1', sent)
    await county.cloud.clock(NOON)
    const kept = [{ ...sent[0], at: batch?.keptAt }, sent[1]]
    expect(batch?.keptAt).toBeLessThan(NOON + 600_000)
    for (const { answer } of [first, again]) expect(answer.ok && answer.data.kept).toEqual(kept)
  })

  test('more than an answer holds come page by page, also those of one instant, and then only what is new', async () => {
    const batches = Array.from({ length: 23 }, (_, i) => ({
      _id: `w0.batch-${String(i).padStart(2, '0')}`,
      personId: 'w0',
      // seven of them in one instant
      keptAt: NOON - 20 * HOUR + (i < 8 || i > 14 ? i * 60_000 : 0),
      reviews: Array.from({ length: 200 }, (_one, j) => review(`q${i}-${j}`, 2_000)),
    }))
    await county.cloud.put('reviews', batches)
    const seen: string[] = []
    let after: ReviewCursor | null = null
    const pages: number[] = []
    for (let more = true; more; ) {
      const answer: OutputOf<typeof syncReviews> = await county.as('w0').ok(syncReviews, { batch: null, after })
      seen.push(...answer.reviews.map(({ questionId }) => questionId))
      pages.push(answer.reviews.length)
      after = answer.upTo
      more = answer.more
    }
    expect(pages).toEqual([2000, 2000, 600])
    expect(new Set(seen).size).toBe(4600)
    expect((await county.as('w0').ok(syncReviews, { batch: null, after })).reviews).toEqual([])
    await send('w0', 'phone-b-9', [review('new', 1)])
    const { reviews } = await county.as('w0').ok(syncReviews, { batch: null, after })
    expect(reviews.map(({ questionId }) => questionId)).toEqual(['new'])
  })

  test('that another call wrote late, as of an earlier instant, still come', async () => {
    await send('inspector', 'phone-a-1', [review('h1', 1)])
    const { upTo } = await county.as('inspector').ok(syncReviews, { batch: null, after: null })
    const late = {
      _id: 'inspector.phone-b-1',
      personId: 'inspector',
      keptAt: NOON - 60_000,
      reviews: [review('h2', 2)],
    }
    await county.cloud.put('reviews', [late])
    const { reviews } = await county.as('inspector').ok(syncReviews, { batch: null, after: upTo })
    expect(reviews.map(({ questionId }) => questionId)).toContain('h2')
  })

  test('are refused when there are none or too many, or the key is no key', async () => {
    const code = (batch: unknown) => county.as('e1').code(syncReviews, { batch, after: null })
    expect(await code({ key: 'phone-a-2', reviews: [] })).toBe('BAD_INPUT')
    expect(await code({ key: 'phone-a-2', reviews: Array(201).fill(review('h1', 1)) })).toBe('BAD_INPUT')
    expect(await code({ key: '../../e2', reviews: [review('h1', 1)] })).toBe('BAD_INPUT')
    expect(await code({ key: 'phone-a-2', reviews: [{ ...review('h1', 1), grade: 'easy' }] })).toBe('BAD_INPUT')
  })
})
