import { expect } from 'vitest'
import type { ProbeCloud } from '../wire/probe'
import type { SupportRow } from './rows'

type Documents = readonly Record<string, unknown>[]

/** Puts documents into the collection `plain`; EJSON marks ($date, $oid, $numberLong) are understood. */
const put = (cloud: ProbeCloud, documents: Documents) => cloud.put('plain', documents)

/** Asserts that the code of the probe fails with these words; aggregations lose their code in the SDK. */
export const refused = async (cloud: ProbeCloud, code: string, words: RegExp, errCode?: number): Promise<void> => {
  const failure = await cloud.failure(code)
  expect(failure.errMsg, code).toMatch(words)
  if (errCode !== undefined) expect(failure.errCode, code).toBe(errCode)
}

interface FilterProof {
  name: string
  note?: string
  documents: Documents
  /** JavaScript of the condition → ids of the documents that it finds. */
  finds: readonly (readonly [where: string, ids: readonly string[]])[]
  fails?: readonly (readonly [where: string, words: RegExp, errCode?: number])[]
}

/** A row of filters: each condition finds exactly these documents. */
export const filterRow = ({ name, note, documents, finds, fails = [] }: FilterProof): SupportRow => ({
  area: 'filters',
  name,
  state: 'supported',
  ...(note !== undefined && { note }),
  async prove(cloud) {
    await put(cloud, documents)
    for (const [where, ids] of finds) {
      const code = `return (await db.collection('plain').where(${where}).orderBy('_id', 'asc').get()).data.map((d) => d._id)`
      expect(await cloud.value(code), where).toEqual(ids)
    }
    for (const [where, words, errCode = -502001] of fails) {
      await refused(cloud, `return await db.collection('plain').where(${where}).get()`, words, errCode)
    }
  },
})

interface UpdateProof {
  name: string
  note?: string
  /** Fields before, JavaScript of the data, fields after. */
  changes: readonly (readonly [before: object, data: string, after: object])[]
  fails?: readonly (readonly [before: object, data: string, words: RegExp, errCode?: number])[]
}

/** A row of updates: `doc().update({ data })` makes exactly this of the document. */
export const updateRow = ({ name, note, changes, fails = [] }: UpdateProof): SupportRow => ({
  area: 'updates',
  name,
  state: 'supported',
  ...(note !== undefined && { note }),
  async prove(cloud) {
    for (const [before, data, after] of changes) {
      await put(cloud, [{ _id: 'k', ...before }])
      await cloud.value(`await db.collection('plain').doc('k').update({ data: ${data} })`)
      const [document] = await cloud.all('plain')
      expect(document, data).toEqual({ _id: 'k', ...after })
      expect(JSON.stringify(document), `order of fields after ${data}`).toBe(JSON.stringify({ _id: 'k', ...after }))
    }
    for (const [before, data, words, errCode = -502001] of fails) {
      await put(cloud, [{ _id: 'k', ...before }])
      await refused(cloud, `await db.collection('plain').doc('k').update({ data: ${data} })`, words, errCode)
      expect(await cloud.all('plain'), `unchanged after ${data}`).toEqual([{ _id: 'k', ...before }])
    }
  },
})

interface PipelineProof {
  area?: string
  name: string
  note?: string
  documents: Documents
  /** For $lookup: the collection `owners`. */
  owners?: Documents
  gives: readonly (readonly [stages: string, rows: readonly object[]])[]
  fails?: readonly (readonly [stages: string, words: RegExp])[]
}

/** A row of stages: `aggregate().<stages>` gives exactly these rows, fields in this order. */
export const stageRow = ({
  area = 'stages',
  name,
  note,
  documents,
  owners,
  gives,
  fails = [],
}: PipelineProof): SupportRow => ({
  area,
  name,
  state: 'supported',
  ...(note !== undefined && { note }),
  async prove(cloud) {
    await put(cloud, documents)
    if (owners) await cloud.put('owners', owners)
    for (const [stages, rows] of gives) {
      const list = await cloud.value<object[]>(`return (await db.collection('plain').aggregate().${stages}.end()).list`)
      expect(list, stages).toEqual(rows)
      expect(JSON.stringify(list), `order of fields of ${stages}`).toBe(JSON.stringify(rows))
    }
    for (const [stages, words] of fails) {
      await refused(cloud, `return await db.collection('plain').aggregate().${stages}.end()`, words)
    }
  },
})

interface ExpressionProof {
  name: string
  note?: string
  /** JavaScript of an expression → its value; undefined: the field is missing. */
  gives: readonly (readonly [expr: string, value: unknown])[]
  fails?: readonly (readonly [expr: string, words: RegExp])[]
}

/** The document that expressions are computed from. */
export const subject = {
  _id: 'd',
  i: 7,
  neg: -7,
  f: 2.5,
  zero: 0,
  no: false,
  yes: true,
  nil: null,
  s: 'Hello',
  empty: '',
  zh: '初心学堂',
  a: [3, 1, 2],
  none: [],
  o: { p: 1, q: 'x' },
  list: [{ k: 1, v: 'a' }, { k: 2 }],
  // 2026-01-01 00:30 in Shanghai is still the old year in UTC; a Thursday there, a Wednesday here.
  t: { $date: '2025-12-31T16:30:05.007Z' },
}

/** A row of expressions, each computed in a $project over the subject. */
export const expressionRow = ({ name, note, gives, fails = [] }: ExpressionProof): SupportRow => ({
  area: 'expressions',
  name,
  state: 'supported',
  ...(note !== undefined && { note }),
  async prove(cloud) {
    await put(cloud, [subject])
    const fields = gives.map(([expr], i) => `r${i}: ${expr}`).join(', ')
    const code = `return (await db.collection('plain').aggregate().project({ _id: 0, ${fields} }).end()).list[0]`
    const result = await cloud.value<Record<string, unknown>>(code)
    for (const [i, [expr, value]] of gives.entries()) expect(result[`r${i}`], expr).toEqual(value)
    for (const [expr, words] of fails) {
      await refused(cloud, `return await db.collection('plain').aggregate().project({ x: ${expr} }).end()`, words)
    }
  },
})

/** A row of something that is refused by name. */
export const refusedRow = (
  area: string,
  name: string,
  code: string,
  words: RegExp,
  { errCode, note }: { errCode?: number; note?: string } = {},
): SupportRow => ({
  area,
  name,
  state: 'refused',
  ...(note !== undefined && { note }),
  async prove(cloud) {
    await put(cloud, [subject])
    await refused(cloud, code, words, errCode)
    expect(await cloud.all('plain')).toHaveLength(1)
  },
})
