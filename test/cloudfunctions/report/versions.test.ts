import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportDoc } from '../../../cloudfunctions/_data/documents'
import { unpackInputs } from '../../../cloudfunctions/report/compute-report'
import type { OutputOf } from '../../../src/contracts/action'
import { completeLesson } from '../../../src/contracts/lesson'
import { correctParticipation } from '../../../src/contracts/organise'
import { dealPaper, submitPaper } from '../../../src/contracts/quiz'
import {
  buildReport,
  compareVersions,
  editReport,
  getReport,
  issueReport,
  listReports,
  openVersion,
  type ReportView,
  refreshReport,
  reproduceReport,
  reviewReport,
  submitReport,
} from '../../../src/contracts/report'
import { sentencesOf, textOfRuns } from '../../../src/domain/report'
import { HOUR, NOON } from '../../support/county/activities'
import { organisations, people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { openWordFile, paragraphsOf } from './word-file'

let county: County
const about = { orgId: 'county', from: '2026-11-01', to: '2026-11-10' }
const v1 = { ...about, version: 1 }
const organiser = [{ role: 'organiser' as const, orgId: 'county' }]

/** countyorg writes; second reviews; third issues. e1 and w0 have answered the quiz. */
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [
    ...people,
    person('second', 'desk', 25, { roles: organiser }),
    person('third', 'desk', 26, { roles: organiser }),
  ])
  for (const who of ['e1', 'w0']) await answer(who)
})
afterAll(() => county.cloud.stop())

async function answer(who: string) {
  const { attemptId } = await county.as(who).ok(dealPaper, { quizId: 'open' })
  await county.as(who).ok(submitPaper, { attemptId, answers: [] })
}
const sentence = (view: Pick<ReportView, 'document'>, id: string) =>
  textOfRuns(view.document.blocks.flatMap(sentencesOf).find((one) => one.id === id)?.runs ?? [])
const figureIn = (view: Pick<ReportView, 'figures'>, code: string) =>
  view.figures.find((one) => one.code === code)?.value
const rewrite = (revision: number, text: string) => ({
  ...v1,
  revision,
  edit: { kind: 'rewrite', sentence: 'quiz.taken', text, figures: [] },
})

describe('a report, from its first draft to its second version', () => {
  test('is begun once, whoever asks how often', async () => {
    const first = await county.as('countyorg').ok(openVersion, about)
    expect(first).toMatchObject({ version: 1, state: 'draft', revision: 0, latest: 1, reason: null })
    expect(first.may).toEqual(['edit', 'refresh', 'submit'])
    expect(await county.as('second').ok(openVersion, about)).toMatchObject({ version: 1, asOf: first.asOf })
    expect(await county.cloud.all('reports')).toHaveLength(1)
    expect(sentence(first, 'quiz.taken')).toBe('本期全县有2名党员参与知识答题，计2人次，参学率为16.7%。')
  })

  test('is changed by one person at a time, and nothing is lost', async () => {
    const [one, other] = await Promise.all([
      county.as('countyorg').call(editReport, rewrite(0, '全县有2名党员答题，请假3人。')),
      county.as('admin').call(editReport, rewrite(0, '另一种写法。')),
    ])
    expect([one.answer.ok, other.answer.ok].filter(Boolean)).toHaveLength(1)
    const refused = [one, other].find(({ answer: { ok } }) => !ok)?.answer
    expect(refused).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } })
    // whoever was first, the text from here on is this one
    const { revision } = await county.as('countyorg').ok(getReport, about)
    expect(revision).toBe(1)
    const view = await county.as('countyorg').ok(editReport, rewrite(1, '全县有2名党员答题，请假3人。'))
    expect(view.problems.map(({ rule, level }) => [rule, level])).toEqual([['untraced', 'warning']])
    expect(view.people.map(({ name }) => name)).toContain('测试countyorg')
  })

  test('the same change sent again is the same', async () => {
    const again = await county.as('countyorg').ok(editReport, rewrite(1, '全县有2名党员答题，请假3人。'))
    expect(again.revision).toBe(2)
  })

  test('new figures keep what people wrote, and say so', async () => {
    await county.as('e2').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await answer('e2')
    await county.cloud.clock(NOON + HOUR)
    const view = await county.as('countyorg').ok(refreshReport, { ...v1, revision: 2 })
    expect(figureIn(view, 'quiz.people')).toBe(3)
    expect(sentence(view, 'quiz.taken')).toBe('全县有3名党员答题，请假3人。')
    expect(view.problems.map(({ rule }) => rule)).toEqual(['untraced', 'conflict'])
    // only what the figures of now were computed from is kept
    expect(await county.cloud.all('reportInputs')).toHaveLength(1)
  })

  test('an error in the text holds it back', async () => {
    const faulty = await county.as('countyorg').ok(editReport, rewrite(3, '某某县有9名党员计3人次。'))
    expect(faulty.problems.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual([
      'leftover',
      'peopleOverTimes',
    ])
    expect(await county.as('countyorg').code(submitReport, { ...v1, revision: 4 })).toBe('REPORT_FAULTY')
    expect(await county.as('countyorg').code(buildReport, about)).toBe('REPORT_FAULTY')
    const back = await county
      .as('countyorg')
      .ok(editReport, { ...v1, revision: 4, edit: { kind: 'restore', sentence: 'quiz.taken' } })
    expect(back.problems).toEqual([])
  })

  test('is submitted, taken back, submitted, returned with words, and submitted again', async () => {
    const writer = county.as('countyorg')
    await writer.ok(submitReport, { ...v1, revision: 5 })
    expect(await writer.ok(submitReport, { ...v1, revision: 6, recall: true })).toMatchObject({ state: 'draft' })
    await writer.ok(submitReport, { ...v1, revision: 7 })
    // while it is with the reviewer nobody writes
    expect(await writer.code(editReport, { ...v1, revision: 8, edit: { kind: 'omit', sentence: 'next.fair' } })).toBe(
      'CHANGED_MEANWHILE',
    )
    const words = '第二部分请补充河湾镇的做法'
    const returned = await county.as('second').ok(reviewReport, { ...v1, revision: 8, accept: false, words })
    expect(returned.steps[returned.steps.length - 1]).toMatchObject({ step: 'return', by: 'second', words })
    expect((await writer.ok(listReports, { orgId: 'county' })).reports[0]).toMatchObject({
      state: 'draft',
      returned: true,
    })
    await writer.ok(submitReport, { ...v1, revision: 9 })
  })

  test('is reviewed by another and issued by a third', async () => {
    expect(await county.as('countyorg').code(reviewReport, { ...v1, revision: 10, accept: true })).toBe('FORBIDDEN')
    expect(await county.as('second').code(issueReport, { ...v1, revision: 10 })).toBe('CHANGED_MEANWHILE')
    expect(await county.as('second').ok(reviewReport, { ...v1, revision: 10, accept: true })).toMatchObject({
      state: 'reviewed',
    })
    expect(await county.as('second').code(issueReport, { ...v1, revision: 11 })).toBe('FORBIDDEN')
    // what would be issued is not what was reviewed
    const county1 = { ...organisations[0] }
    await county.cloud.put('organisations', [{ ...county1, name: '改名县' }])
    expect(await county.as('third').code(issueReport, { ...v1, revision: 11 })).toBe('CHANGED_MEANWHILE')
    await county.cloud.put('organisations', [county1])
    expect(await county.as('countyorg').code(issueReport, { ...v1, revision: 11 })).toBe('FORBIDDEN')
    const issued = await county.as('third').ok(issueReport, { ...v1, revision: 11 })
    expect(issued).toMatchObject({ state: 'issued', revision: 12, may: ['renew'] })
    // sent again, the answer is the same one
    expect(await county.as('third').ok(issueReport, { ...v1, revision: 11 })).toEqual(issued)
  })

  test('what is issued has the fingerprint of what was frozen, and is never changed', async () => {
    const [stored] = await county.cloud.all<{ frozen: { json: string; fingerprint: string } }>('reports')
    const hash = createHash('sha256')
      .update(stored?.frozen.json ?? '')
      .digest('hex')
    expect(stored?.frozen.fingerprint).toBe(hash)
    const frozen = JSON.parse(stored?.frozen.json ?? '{}')
    expect(frozen).toMatchObject({ form: 'report/1', version: 1, from: about.from, to: about.to })
    expect(frozen.rules.template).toMatch(/^[0-9a-f]{64}$/)
    expect(frozen.definitions.map(({ code }: { code: string }) => code)).toContain('quiz.people')
    for (const who of ['countyorg', 'second', 'third', 'admin']) {
      expect(
        await county.as(who).code(editReport, { ...v1, revision: 12, edit: { kind: 'omit', sentence: 'next.fair' } }),
      ).toBe('CHANGED_MEANWHILE')
      expect(await county.as(who).code(refreshReport, { ...v1, revision: 12 })).toBe('CHANGED_MEANWHILE')
    }
  })

  test('its figures can be computed anew although the ledger went on', async () => {
    const reproduce = () => county.as('inspector').ok(reproduceReport, v1)
    const equal = { equal: true, differences: [], intact: true }
    expect(await reproduce()).toMatchObject({ ...equal, later: 0 })
    await county.cloud.timer('rollup')
    await county.cloud.clock(NOON + 2 * HOUR)
    // someone answers, a participation is taken back, another one's branch changes: none of it was so then
    await answer('w1')
    await county.as('countyorg').ok(correctParticipation, {
      kind: 'quiz',
      activityId: 'open',
      personId: 'e1',
      withdrawn: true,
      reason: '录入有误',
    })
    await county.cloud.timer('rollup')
    expect(await reproduce()).toMatchObject({ ...equal, later: 2 })
    expect(figureIn(await county.as('inspector').ok(getReport, about), 'quiz.people')).toBe(3)
  })

  test('a meddled ledger is found', async () => {
    const facts = await county.cloud.all<{ _id: string; personId: string; kind: string; revision: number }>('facts')
    const one = facts.find(({ kind, personId, revision }) => kind === 'quiz' && personId === 'w0' && revision === 0)
    await county.cloud.put('facts', [{ ...one, seat: 21, orgId: 'desk', personId: 'countyorg', mobile: true }])
    const found = await county.as('inspector').ok(reproduceReport, v1)
    expect(found.equal).toBe(false)
    expect(found.differences.map(({ code }) => code)).toContain('quiz.mobile.people')
    await county.cloud.put('facts', [one as object])
    expect((await county.as('inspector').ok(reproduceReport, v1)).equal).toBe(true)
  })

  test('one changed byte of what was frozen, or of what it was computed from, is found; what lies beside it is not shown', async () => {
    const reproduce = () => county.as('inspector').ok(reproduceReport, v1)
    const [stored] = await county.cloud.all<ReportDoc>('reports')
    const [kept] = await county.cloud.all<{ _id: string; data: string }>('reportInputs')
    if (!stored?.frozen || !kept) throw new Error('nothing is stored')
    const { json, fingerprint } = stored.frozen
    const put = (change: object) => county.cloud.put('reports', [{ ...stored, ...change }])
    // a word in the text
    expect(json).toContain('名党员参与知识答题')
    await put({ frozen: { json: json.replace('名党员参与', '名群众参与'), fingerprint } })
    expect(await reproduce()).toMatchObject({ equal: true, intact: false })
    // a figure
    const figure = /"code":"quiz.people","state":"ok","value":3/
    expect(json).toMatch(figure)
    await put({ frozen: { json: json.replace(figure, '"code":"quiz.people","state":"ok","value":4'), fingerprint } })
    const found = await reproduce()
    expect(found).toMatchObject({ equal: false, intact: false })
    expect(found.differences).toMatchObject([{ code: 'quiz.people', frozen: '4', now: '3' }])
    // no JSON any more
    await put({ frozen: { json: json.slice(1), fingerprint } })
    expect(await reproduce()).toMatchObject({ equal: false, intact: false, compared: 0, differences: [] })
    // who stood behind it, and what its figures are, beside what was frozen
    await put({ steps: [], figures: [], reason: '别的原因' })
    expect(await reproduce()).toMatchObject({ equal: true, intact: true })
    const seen = await county.as('inspector').ok(getReport, v1)
    expect([seen.steps.map(({ step }) => step).pop(), seen.reason]).toEqual(['issue', null])
    await put({})
    // tree and roster: another name changes no figure, and is found all the same
    const { organisations, roster } = unpackInputs(kept.data)
    const renamed = organisations.map((one) => (one.id === 'east' ? { ...one, name: '别的支部' } : one))
    const pack = (value: object) => deflateSync(JSON.stringify(value)).toString('base64')
    await county.cloud.put('reportInputs', [{ ...kept, data: pack({ organisations: renamed, roster }) }])
    expect(await reproduce()).toMatchObject({ equal: false, intact: false, differences: [] })
    await county.cloud.put('reportInputs', [{ ...kept, data: kept.data.slice(0, 40) }])
    expect(await reproduce()).toMatchObject({ equal: false, intact: false })
    await county.cloud.put('reportInputs', [kept])
    expect(await reproduce()).toMatchObject({ equal: true, intact: true })
  })

  test('figures of the organisations below are computed anew too', async () => {
    const [stored] = await county.cloud.all<ReportDoc>('reports')
    if (!stored?.frozen) throw new Error('nothing is stored')
    const frozen = JSON.parse(stored.frozen.json)
    const [first, ...others] = frozen.below
    const figures = first.figures.map((one: { code: string }) =>
      one.code === 'quiz.rate' ? { ...one, numerator: 5, value: 1 } : one,
    )
    const json = JSON.stringify({ ...frozen, below: [{ ...first, figures }, ...others] })
    await county.cloud.put('reports', [{ ...stored, frozen: { ...stored.frozen, json } }])
    const { differences } = await county.as('inspector').ok(reproduceReport, v1)
    expect(differences).toMatchObject([{ code: 'quiz.rate', name: '示例镇党委：知识答题参学率' }])
    await county.cloud.put('reports', [stored])
  })

  test('a definition that was changed since is said, with what it was; a figure that is computed no more too', async () => {
    const [stored] = await county.cloud.all<ReportDoc>('reports')
    if (!stored?.frozen) throw new Error('nothing is stored')
    const frozen = JSON.parse(stored.frozen.json)
    const change = (code: string, more: object) => (one: { code: string }) =>
      one.code === code ? { ...one, ...more } : one
    const older = {
      ...frozen,
      figures: [
        ...frozen.figures.map(change('quiz.people', { value: 7 })),
        { code: 'quiz.former', value: 2, state: 'ok' },
      ],
      definitions: [
        ...frozen.definitions.map(change('quiz.people', { definition: '从前的口径' })),
        { code: 'quiz.former', name: '从前的指标', unit: '名', kind: 'sum', definition: '从前', ledger: true },
      ],
    }
    await county.cloud.put('reports', [{ ...stored, frozen: { ...stored.frozen, json: JSON.stringify(older) } }])
    const { differences } = await county.as('inspector').ok(reproduceReport, v1)
    expect(differences.map(({ name, why }) => [name, why])).toEqual([
      ['参与知识答题党员人数', '这项指标的口径在签发之后改过，当时是：从前的口径'],
      ['从前的指标', '现在的系统已经不再计算这项指标。'],
    ])
    // and its annex carries the words of then
    const built = await county.as('countyorg').ok(buildReport, v1)
    const file = openWordFile(new Uint8Array(await (await fetch(built.url)).arrayBuffer()))
    const texts = paragraphsOf(file.part('word/document.xml')).map(({ text }) => text)
    expect(texts.some((text) => text.includes('从前的口径'))).toBe(true)
    await county.cloud.put('reports', [stored])
  })

  test('a new version needs a reason, and shows what changed and why', async () => {
    expect(await county.as('countyorg').code(openVersion, about)).toBe('REASON_NEEDED')
    const reason = '有一条参与记录已更正'
    const second = await county.as('countyorg').ok(openVersion, { ...about, reason })
    expect(second).toMatchObject({ version: 2, latest: 2, state: 'draft', reason })
    expect(await county.as('countyorg').ok(openVersion, { ...about, reason })).toMatchObject({ version: 2 })
    const compared = await county.as('inspector').ok(compareVersions, { ...v1, with: 2 })
    expect(compared.reason).toBe(reason)
    // e1 went, w1 came: as many, of whom one is mobile; the order in which they are asked for does not matter
    expect(compared.figures.map(({ code }) => code)).not.toContain('quiz.people')
    expect(compared.sentences.map(({ id }) => id)).toContain('opening.data')
    expect((await county.as('inspector').ok(compareVersions, { ...about, version: 2, with: 1 })).figures).toEqual(
      compared.figures,
    )
    // the old one can be read as it was
    const old = await county.as('inspector').ok(getReport, v1)
    expect(old).toMatchObject({ version: 1, latest: 2, state: 'issued' })
    expect(sentence(old, 'quiz.taken')).toContain('3名党员')
  })

  test('two begin a version at once: there is one', async () => {
    const october = { orgId: 'county', from: '2026-10-01', to: '2026-10-31' }
    const views = await Promise.all(
      ['countyorg', 'second', 'third'].map((who) => county.as(who).ok(openVersion, october)),
    )
    expect(new Set(views.map(({ asOf }) => asOf)).size).toBe(1)
    const kept = await county.cloud.all<{ from: string }>('reports')
    expect(kept.filter(({ from }) => from === october.from)).toHaveLength(1)
  })
})

describe('who only looks', () => {
  test('reads without names, and may do nothing', async () => {
    const view = await county.as('inspector').ok(getReport, v1)
    expect([view.may, view.people, view.problems]).toEqual([[], [], []])
    expect(await county.as('inspector').code(openVersion, about)).toBe('FORBIDDEN')
    expect(await county.as('inspector').ok(listReports, { orgId: 'county' })).toMatchObject({ mayOpen: false })
  })

  test('a version that there is not is not found', async () => {
    expect(await county.as('inspector').code(getReport, { ...about, version: 9 })).toBe('NOT_FOUND')
    expect(await county.as('inspector').code(reproduceReport, { ...about, version: 9 })).toBe('NOT_FOUND')
    expect(await county.as('countyorg').code(submitReport, { ...about, version: 9, revision: 0 })).toBe('NOT_FOUND')
  })
})

describe('files', () => {
  type Built = OutputOf<typeof buildReport>
  const bytesOf = async ({ url }: Built) => new Uint8Array(await (await fetch(url)).arrayBuffer())

  test('an issued Word file is the same byte by byte, without the mark of a draft, and carries its fingerprint', async () => {
    const one = await county.as('countyorg').ok(buildReport, v1)
    const other = await county.as('third').ok(buildReport, v1)
    expect(one.fileName).toBe('示例县主题教育督导情况报告（2026-11-01至2026-11-10）.docx')
    const bytes = await bytesOf(one)
    expect(Buffer.from(await bytesOf(other)).equals(Buffer.from(bytes))).toBe(true)
    const file = openWordFile(bytes)
    const { fingerprint } = await county.as('inspector').ok(getReport, v1)
    const texts = paragraphsOf(file.part('word/document.xml')).map(({ text }) => text)
    expect(texts).toContain(`指纹（SHA-256）：${fingerprint}`)
    expect(texts).toContain('编号：2026-11-01_2026-11-10_1')
    expect(texts.some((text) => text.includes('草稿'))).toBe(false)
  })

  test('a draft says on every page that it is one', async () => {
    const built = await county.as('countyorg').ok(buildReport, { ...about, version: 2 })
    expect(built).toMatchObject({ state: 'draft', version: 2 })
    expect(built.fileName).toMatch(/^草稿－/)
    const file = openWordFile(await bytesOf(built))
    for (const path of ['word/header-odd.xml', 'word/header-even.xml']) {
      expect(paragraphsOf(file.part(path)).map(({ text }) => text)).toEqual(['草稿，未经签发'])
    }
  })

  test('the Excel annex has every figure with code, exact value, parts, source and state of the data', async () => {
    const built = await county.as('countyorg').ok(buildReport, { ...v1, form: 'excel' })
    expect(built.fileName).toBe('示例县主题教育督导情况报告附表（2026-11-01至2026-11-10）.xlsx')
    const book = read(await bytesOf(built))
    expect(book.SheetNames).toEqual(['指标', '下级组织', '手写内容', '说明'])
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.指标 as never)
    const { figures } = await county.as('inspector').ok(getReport, v1)
    expect(rows.map((row) => row.代码)).toEqual(figures.map(({ code }) => code))
    expect(rows.find((row) => row.代码 === 'quiz.rate')).toMatchObject({
      名称: '知识答题参学率',
      准确值: 0.25,
      分子: 3,
      分母: 12,
      来源: '参与记录',
      状态: '有数',
      数据截至: '2026年11月10日11时00分',
    })
    expect(rows.find((row) => row.代码 === 'poverty.villages')).toMatchObject({ 来源: '台账' })
  })
})
