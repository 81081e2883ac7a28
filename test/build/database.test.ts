import { expect, test } from 'vitest'
import { collections } from '../../cloudfunctions/_data/collections'
import { readJson } from '../support/dist'

interface Database {
  collections: Record<string, { rules: unknown; indexes: { name: string; fields: [string, number][] }[] }>
}

const database = readJson('database.json') as Database

test('every declared collection is in the description from which the database is made', () => {
  expect(Object.keys(database.collections).sort()).toEqual(Object.keys(collections).sort())
  for (const [name, { indexes }] of Object.entries(collections))
    expect(database.collections[name]?.indexes).toEqual(indexes)
})

test('every collection is closed to direct client access', () => {
  for (const [name, { rules }] of Object.entries(database.collections)) {
    expect({ name, rules }).toEqual({ name, rules: { read: false, write: false } })
  }
})

test('no collection has two indexes of the same name or of the same fields', () => {
  for (const { indexes } of Object.values(database.collections)) {
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length)
    expect(new Set(indexes.map(({ fields }) => JSON.stringify(fields))).size).toBe(indexes.length)
  }
})
