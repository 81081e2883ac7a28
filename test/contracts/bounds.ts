import type * as v from 'valibot'

/** What the walk needs of valibot's schemas: https://valibot.dev/guides/internal-architecture/ */
interface Node {
  readonly kind: string
  readonly type: string
  readonly pipe?: readonly Node[]
  readonly entries?: Readonly<Record<string, Node>>
  readonly options?: readonly unknown[]
  readonly items?: readonly Node[]
  readonly item?: Node
  readonly key?: Node
  readonly value?: Node
  readonly wrapped?: Node
  readonly requirement?: unknown
}

/** A pattern of a whole text that says how long it may be: anchored, and nothing in it repeats without end. */
export function isFinitePattern(pattern: RegExp): boolean {
  const source = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return source.startsWith('^') && source.endsWith('$') && !/[*+]|\{\d+,\}/.test(source) && !pattern.flags.includes('m')
}

const has = (pipe: readonly Node[], type: string) => pipe.some((step) => step.type === type)

/** Every place of an input schema through which something without bounds could come in, with what is missing. */
export function unbounded(schema: v.GenericSchema): string[] {
  return walk(schema as unknown as Node, 'input')
}

function walk(node: Node, at: string): string[] {
  const pipe = node.pipe ?? [node]
  switch (node.type) {
    case 'string': {
      const finite = pipe.some(({ type, requirement }) => type === 'regex' && isFinitePattern(requirement as RegExp))
      return finite || has(pipe, 'max_length') ? [] : [`${at}: text without a greatest length`]
    }
    case 'number':
      return has(pipe, 'min_value') && has(pipe, 'max_value') ? [] : [`${at}: number without a range`]
    case 'array':
      return [
        ...(has(pipe, 'max_length') || has(pipe, 'length') ? [] : [`${at}: list without a greatest length`]),
        ...(node.item ? walk(node.item, `${at}[]`) : [`${at}: list of anything`]),
      ]
    case 'strict_tuple':
      return (node.items ?? []).flatMap((item, i) => walk(item, `${at}[${i}]`))
    case 'strict_object':
      return Object.entries(node.entries ?? {}).flatMap(([name, entry]) => walk(entry, `${at}.${name}`))
    case 'union':
    case 'variant':
      return (node.options ?? []).flatMap((option, i) => walk(option as Node, `${at}|${i}`))
    case 'optional':
    case 'nullable':
    case 'nullish':
    case 'exact_optional':
      return node.wrapped ? walk(node.wrapped, at) : [`${at}: ${node.type} of nothing`]
    case 'picklist':
    case 'literal':
    case 'boolean':
    case 'null':
      return []
    default:
      // objects that let unknown keys in, records, unknown, any, dates, blobs and whatever is new
      return [`${at}: ${node.type} is not bounded`]
  }
}
