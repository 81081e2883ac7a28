import { readFileSync } from 'node:fs'

/** One declared index: fields in order, 1 ascending or -1 descending. */
export interface IndexSchema {
  readonly name: string
  readonly fields: readonly (readonly [field: string, direction: 1 | -1])[]
  readonly unique: boolean
}

/** Collection name → its indexes. What is not here does not exist. */
export type DatabaseSchema = ReadonlyMap<string, readonly IndexSchema[]>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parseIndex = (collection: string, value: unknown): IndexSchema => {
  const wrong = (why: string) => new Error(`database declaration: index of ${collection}: ${why}`)
  if (!isObject(value) || typeof value.name !== 'string' || !/^\w+$/.test(value.name)) throw wrong('needs a name')
  if (!Array.isArray(value.fields) || value.fields.length === 0) throw wrong(`${value.name} needs fields`)
  const fields = value.fields.map((field: unknown): readonly [string, 1 | -1] => {
    if (!Array.isArray(field)) throw wrong(`${value.name}: a field is [name, 1 or -1]`)
    const [name, direction] = field as unknown[]
    if (typeof name !== 'string' || (direction !== 1 && direction !== -1))
      throw wrong(`${value.name}: a field is [name, 1 or -1]`)
    return [name, direction]
  })
  return { name: value.name, fields, unique: value.unique === true }
}

/** Reads a database declaration `{"collections": {name: {"indexes": [{name, fields, unique?}]}}}`; throws on anything else. */
export const parseSchema = (json: unknown): DatabaseSchema => {
  if (!isObject(json) || !isObject(json.collections)) throw new Error('database declaration: "collections" is missing')
  return new Map(
    Object.entries(json.collections).map(([name, value]) => {
      if (!/^\w+$/.test(name)) throw new Error(`database declaration: ${name} is no collection name`)
      const indexes = isObject(value) && Array.isArray(value.indexes) ? value.indexes : []
      const parsed = indexes.map((index) => parseIndex(name, index))
      if (new Set(parsed.map((index) => index.name)).size < parsed.length) {
        throw new Error(`database declaration: ${name} has two indexes of one name`)
      }
      return [name, parsed] as const
    }),
  )
}

export const readSchema = (file: string): DatabaseSchema => parseSchema(JSON.parse(readFileSync(file, 'utf8')))

/** The version of the documents' shapes that a declaration names (`"shapes": 2`); 1 where it names none. */
export const readShapes = (file: string): number => {
  const { shapes = 1 } = JSON.parse(readFileSync(file, 'utf8')) as { shapes?: unknown }
  if (typeof shapes !== 'number' || !Number.isInteger(shapes) || shapes < 1)
    throw new Error('database declaration: "shapes" must be a whole number from 1')
  return shapes
}
