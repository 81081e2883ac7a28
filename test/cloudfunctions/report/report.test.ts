import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeLesson } from '../../../src/contracts/lesson'
import { dealPaper, submitPaper } from '../../../src/contracts/quiz'
import { buildReport, getReport, type ReportDocument } from '../../../src/contracts/report'
import { getOverview } from '../../../src/contracts/stats'
import { textOfBlock } from '../../../src/domain/report'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { openWordFile, paragraphsOf } from './word-file'

let county: County
const period = { from: '2026-11-01', to: '2026-11-10' }
const at = (orgId: string) => ({ orgId, ...period })

/** e1 and the mobile e2 of east answer the quiz, and w0 of west; e1 completes a lesson. Nobody holds a theme day. */
beforeAll(async () => {
  county = await startCounty()
  for (const person of ['e1', 'e2', 'w0']) {
    const { attemptId } = await county.as(person).ok(dealPaper, { quizId: 'open' })
    await county.as(person).ok(submitPaper, { attemptId, answers: [] })
  }
  await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
})
afterAll(() => county.cloud.stop())

const linesOf = ({ blocks }: ReportDocument) => blocks.map(textOfBlock)
const countOf = (figures: readonly { code: string; value: number | null }[], code: string) =>
  figures.find((figure) => figure.code === code)?.value

describe('a preview', () => {
  test('has the figures of the organisation, facts that the index does not have yet included', async () => {
    const { figures, document, org, asOf } = await county.as('townorg').ok(getReport, at('town'))
    expect(org.name).toBe('示例镇党委')
    expect(asOf).toBeGreaterThanOrEqual(NOON)
    expect(asOf).toBeLessThan(NOON + HOUR)
    expect(countOf(figures, 'quiz.people')).toBe(3)
    expect(countOf(figures, 'quiz.mobile.people')).toBe(1)
    // town has e0, e1, e2, w0 and w1
    expect(linesOf(document)).toContain(
      '本期全党委有3名党员参与知识答题，计3人次，参学率为60%。1名流动党员在手机上学习和答题，计1人次。',
    )
    expect(linesOf(document)).toContain('本期全党委有1名党员学完微党课，涉及1门，计1人次，参学率为20%。')
    expect(document).toMatchObject({
      title: '示例镇党委主题教育督导情况报告',
      signature: '示例镇党委',
      day: '2026-11-10',
    })
  })

  test('is the same before and after the facts are folded', async () => {
    const before = await county.as('townorg').ok(getReport, at('town'))
    await county.cloud.timer('rollup')
    const after = await county.as('townorg').ok(getReport, at('town'))
    expect(after.figures).toEqual(before.figures)
  })

  test('agrees with the figures that organisers see', async () => {
    const seen = await county.as('countyorg').ok(getOverview, at('county'))
    const { figures } = await county.as('countyorg').ok(getReport, at('county'))
    expect(seen.figures.length).toBeGreaterThan(10)
    expect(figures).toEqual(expect.arrayContaining(seen.figures))
  })

  test('says in words what nothing was held of and what has no source', async () => {
    const { document, figures } = await county.as('e0').ok(getReport, at('east'))
    const lines = linesOf(document)
    expect(lines).toContain('本期没有开展主题党日活动的记录。')
    expect(lines.some((line) => line.endsWith('：暂无数据来源。'))).toBe(true)
    expect(figures.filter(({ state, value }) => state === 'noSource' && value !== null)).toEqual([])
  })

  test('keeps nothing', async () => {
    const { version, state, may } = await county.as('inspector').ok(getReport, at('county'))
    expect([version, state, may]).toEqual([0, 'draft', []])
    for (const kept of ['reports', 'reportInputs', 'reportFiles']) expect(await county.cloud.all(kept)).toEqual([])
  })

  test.each([
    ['a period that ends before it begins', { orgId: 'town', from: '2026-11-10', to: '2026-11-01' }],
    ['a day that does not exist', { orgId: 'town', from: '2026-02-30', to: '2026-11-01' }],
    ['more than two years', { orgId: 'town', from: '2024-01-01', to: '2026-11-01' }],
    ['a number for an id', { orgId: 7, ...period }],
    ['something besides', { ...at('town'), title: '别的' }],
  ])('refuses %s', async (_what, input) => {
    expect(await county.as('townorg').code(getReport, input)).toBe('BAD_INPUT')
    expect(await county.as('townorg').code(buildReport, input)).toBe('BAD_INPUT')
  })
})

describe('a built report', () => {
  const download = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

  test('is a Word file that carries the figures of the answer', async () => {
    const built = await county.as('countyorg').ok(buildReport, at('county'))
    const { document } = await county.as('countyorg').ok(getReport, at('county'))
    expect(built.fileName).toBe('草稿－示例县主题教育督导情况报告（2026-11-01至2026-11-10）.docx')
    const bytes = await download(built.url)
    expect(bytes.length).toBe(built.bytes)
    const texts = paragraphsOf(openWordFile(bytes).part('word/document.xml')).map(({ text }) => text)
    expect(texts[0]).toBe('示例县主题教育督导情况报告')
    // the state of the data is a minute later perhaps
    const undated = (lines: string[]) => lines.map((line) => line.replace(/\d+时\d+分/, ''))
    expect(undated(texts.slice(2, 2 + document.blocks.length))).toEqual(undated(linesOf(document)))
    expect(texts.find((text) => text.startsWith('本期全县有'))).toContain('本期全县有3名党员参与知识答题')
    expect(texts).toContain('督导组数、被督导党委（总支）数、较上一轮提升的单位、整改率：暂无数据来源。')
  })

  test('is kept as one draft of its organisation and period, with who wrote it', async () => {
    const first = await county.as('townorg').ok(buildReport, at('town'))
    const second = await county.as('townorg').ok(buildReport, at('town'))
    expect(second.fileId).toBe(first.fileId)
    const files = await county.cloud.all<{ _id: string; orgId: string }>('reportFiles')
    expect(files.filter(({ orgId }) => orgId === 'town')).toEqual([
      {
        _id: 'town.2026-11-01.2026-11-10.0.word.draft',
        reportId: 'town.2026-11-01.2026-11-10.0',
        orgId: 'town',
        builtBy: 'townorg',
        fileId: first.fileId,
        bytes: second.bytes,
        builtAt: expect.any(Number),
      },
    ])
  })

  test('lies where nobody can guess, and can be had by its temporary address only', async () => {
    const { fileId, url } = await county.as('townorg').ok(buildReport, at('town'))
    expect(fileId).toMatch(/\/reports\/[\w-]{43}\/2026-11-01_2026-11-10\.docx$/)
    expect(fileId).not.toContain('town')
    const unsigned = await fetch(url.split('?')[0] ?? '')
    expect(unsigned.status).toBe(403)
    // another organisation's path tells nothing of this one's
    const east = await county.as('townorg').ok(buildReport, at('east'))
    expect(east.fileId.split('/').at(-2)).not.toBe(fileId.split('/').at(-2))
  })

  test('another period is another draft', async () => {
    const one = await county.as('e0').ok(buildReport, at('east'))
    const other = await county.as('e0').ok(buildReport, { orgId: 'east', from: '2026-10-01', to: '2026-10-31' })
    expect(other.fileId).not.toBe(one.fileId)
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(digest(await download(one.url))).not.toBe(digest(await download(other.url)))
  })

  test('is refused to those who only look, and nothing is kept', async () => {
    const before = await county.cloud.all('reportFiles')
    expect(await county.as('inspector').code(buildReport, at('west'))).toBe('FORBIDDEN')
    expect(await county.as('e1').code(buildReport, at('east'))).toBe('FORBIDDEN')
    expect(await county.as('e0').code(buildReport, at('west'))).toBe('FORBIDDEN')
    expect(await county.as('townorg').code(buildReport, at('nowhere'))).toBe('NOT_FOUND')
    expect(await county.cloud.all('reportFiles')).toEqual(before)
  })
})
