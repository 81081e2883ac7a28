import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { collections, shapes } from '../../cloudfunctions/_data/collections'
import { readJson, root } from '../support/dist'

interface Database {
  shapes: number
  collections: Record<string, { rules: unknown; indexes: { name: string; fields: [string, number][] }[] }>
}

const database = readJson('database.json') as Database

test('every declared collection is in the description from which the database is made', () => {
  expect(Object.keys(database.collections).sort()).toEqual(Object.keys(collections).sort())
  for (const [name, { indexes }] of Object.entries(collections))
    expect(database.collections[name]?.indexes).toEqual(indexes)
})

test('the description says which version of the documents it is of, so that other data is refused', () => {
  expect(database.shapes).toBe(shapes)
  expect(shapes).toBeGreaterThan(1)
})

test('every collection is closed to direct client access', () => {
  const closed = { read: false, write: false }
  const rules = readJson('database.rules.json') as Record<string, unknown>
  for (const name of Object.keys(collections)) {
    expect({ name, rules: rules[name] }).toEqual({ name, rules: closed })
    expect({ name, rules: database.collections[name]?.rules }).toEqual({ name, rules: closed })
  }
  expect(Object.keys(rules).sort()).toEqual(Object.keys(collections).sort())
})

test('storage is closed to direct client access', () => {
  expect(readJson('storage.rules.json')).toEqual({ read: false, write: false })
})

test('the mini-program needs no way past these rules: it calls functions only', () => {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  expect(sources.length).toBeGreaterThan(100)
  const direct = /\bcloud\s*\.\s*(database|uploadFile|downloadFile|deleteFile|getTempFileURL)\b/
  expect(sources.filter((file) => direct.test(readFileSync(path.join(root, 'src', file), 'utf8')))).toEqual([])
})

test('no collection has two indexes of the same name or of the same fields', () => {
  for (const { indexes } of Object.values(database.collections)) {
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length)
    expect(new Set(indexes.map(({ fields }) => JSON.stringify(fields))).size).toBe(indexes.length)
  }
})
