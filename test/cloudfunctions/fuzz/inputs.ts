import fc, { type Arbitrary } from 'fast-check'
import type * as v from 'valibot'
import { CONSENT_VERSION } from '../../../src/contracts/identity'

const orgIds = ['county', 'town', 'east', 'west', 'desk', 'nowhere']
const days = ['2026-11-01', '2026-11-10', '2026-11-30', '2026-02-29', '2000-01-01', '2099-12-31']
/** By the name of a field, values that mean something in the test county, so that what is shaped right reaches the rules behind the door. */
const meaningful: Readonly<Record<string, readonly string[]>> = {
  quizId: ['open', 'closed', 'future', 'officeonly', 'none'],
  lessonId: ['lesson1', 'later', 'officelesson', 'none'],
  themeDayId: ['eastday', 'westday', 'eastpast', 'none'],
  attemptId: ['open.e1.1', 'open.e0.1', 'open.w0.1', 'open.e1.99', 'officeonly.e1.1'],
  personId: ['e0', 'e1', 'w0', 'countyorg', 'none'],
  orgId: orgIds,
  from: days,
  to: days,
  version: [CONSENT_VERSION],
}
const anywhere = [...orgIds, ...days, 'e1', 'open', 'q1', 'q2']

interface Node {
  readonly type: string
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
  readonly entries?: Readonly<Record<string, Node>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly item?: Node
  readonly wrapped?: Node
}

const bound = (node: Node, type: string, otherwise: number): number =>
  Number(node.pipe?.find((step) => step.type === type)?.requirement ?? otherwise)

function texts(node: Node, name: string): Arbitrary<unknown> {
  const pattern = node.pipe?.find(({ type }) => type === 'regex')?.requirement
  const known = (meaningful[name] ?? anywhere).filter((text) => pattern instanceof RegExp && pattern.test(text))
  const any =
    pattern instanceof RegExp ? fc.stringMatching(pattern) : fc.string({ maxLength: bound(node, 'max_length', 20) })
  return known.length > 0
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
    : any
}

/** Inputs of the right shape. */
export function shaped(schema: v.GenericSchema | Node, name = ''): Arbitrary<unknown> {
  const node = schema as unknown as Node
  switch (node.type) {
    case 'string':
      return texts(node, name)
    case 'number': {
      const [min, max] = [bound(node, 'min_value', 0), bound(node, 'max_value', 100)]
      return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) }))
    }
    case 'array':
      return fc.array(shaped(node.item as Node, name), { maxLength: Math.min(6, bound(node, 'max_length', 6)) })
    case 'strict_object':
      return fc.record(
        Object.fromEntries(Object.entries(node.entries ?? {}).map(([name, entry]) => [name, shaped(entry, name)])),
      )
    case 'union':
    case 'variant':
      return fc.oneof(...(node.options ?? []).map((option) => shaped(option as Node, name)))
    case 'picklist':
      return fc.constantFrom(...(node.options ?? []))
    case 'literal':
      return fc.constant(node.literal)
    case 'boolean':
      return fc.boolean()
    case 'nullable':
      return fc.oneof(fc.constant(null), shaped(node.wrapped as Node, name))
    case 'optional':
      return fc.oneof(fc.constant(undefined), shaped(node.wrapped as Node, name))
    default:
      throw new Error(`the fuzz test does not know how to make a ${node.type}`)
  }
}

const nested = (depth: number, open: string, inner: string, close: string): unknown =>
  JSON.parse(open.repeat(depth) + inner + close.repeat(depth))

/** What has broken other people's servers. */
const oddities: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e测试',
    '😀'.repeat(100),
    '0'.repeat(50_000),
    '测'.repeat(20_000),
    '%00',
    '../../etc',
  ],
  ...[0, -0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 53 + 2, Number.MAX_SAFE_INTEGER],
  ...[
    [],
    {},
    [[]],
    [null],
    { length: 5 },
    JSON.parse('{"then":1}'),
    { toString: 1 },
    { valueOf: null },
    { $gt: '' },
    { $ne: null },
    { $where: '1' },
  ],
  ...[
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"_id":{"$oid":"0"}}',
    '{"$date":1}',
  ].map((text) => JSON.parse(text)),
  ...[nested(100, '[', '1', ']'), nested(1000, '{"a":', '1', '}')],
  Array.from({ length: 5000 }, (_, i) => i),
  Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])),
]

/** Any JSON. */
export const noise: Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

type Path = readonly (string | number)[]

const pathsOf = (value: unknown, at: Path = []): Path[] =>
  value !== null && typeof value === 'object'
    ? [at, ...Object.keys(value).flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...at, key]))]
    : [at]

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? changed(item, rest, change) : item))
  const entries = value as Record<string, unknown>
  return { ...entries, [key]: changed(entries[key], rest, change) }
}

/** Almost right: one place of a right shape is replaced, left out, or gets a key too many. */
export const mutated = (schema: v.GenericSchema): Arbitrary<unknown> =>
  fc
    .tuple(shaped(schema), fc.nat(), noise, fc.constantFrom('replace', 'omit', 'extra'))
    .map(([value, at, odd, how]) => {
      const paths = pathsOf(value)
      const path = paths[at % paths.length] ?? []
      return changed(value, path, (old) => {
        if (how === 'replace') return odd
        if (how === 'omit') return undefined
        return old !== null && typeof old === 'object' && !Array.isArray(old) ? { ...old, extra: odd } : odd
      })
    })
