import path from 'node:path'
import { databaseIn, openDataFolder } from '../../../local-cloud/store/data-folder'
import { readSchema, readShapes } from '../../../local-cloud/store/schema'
import { Store } from '../../../local-cloud/store/store'

/** A fact as the ledger holds it, about 400 bytes: activity by activity, as they come in over a year. */
const fact = (i: number) => {
  const activity = `${String(Math.floor(i / 40)).padStart(24, '0')}`
  const person = `${String((i * 7919) % 100_000).padStart(24, '0')}`
  const occurredAt = Date.UTC(2026, 0, 1) + Math.floor(i / 1370) * 86_400_000 + (i % 1370) * 1000
  return {
    _id: `attendance.${activity}.${person}`,
    kind: 'attendance',
    activityId: activity,
    personId: person,
    seat: (i * 7919) % 100_000,
    orgId: `org${Math.floor(i / 40) % 1660}`,
    mobile: i % 9 === 0,
    occurredAt,
    recordedAt: occurredAt + 5000,
    day: new Date(occurredAt).toISOString().slice(0, 10),
    channel: 'self',
    recorder: null,
    reason: null,
    revision: 0,
    withdrawn: false,
    earlier: [],
    folded: i % 500 !== 0,
  }
}

/** Fills a new data folder with facts and prints how long that took: `<dir> <database.json> <count>`. */
const main = async (): Promise<void> => {
  const [dir = '', databaseFile = '', count = '0'] = process.argv.slice(2)
  const folder = openDataFolder(path.resolve(dir), false, readShapes(databaseFile))
  const store = new Store(databaseIn(folder.dir), readSchema(databaseFile))
  const facts = store.collection('facts')
  const began = performance.now()
  for (let at = 0; at < Number(count); at += 2000) {
    await store.write(() => {
      for (let i = at; i < Math.min(at + 2000, Number(count)); i++) facts.insert(fact(i))
    })
  }
  const seconds = (performance.now() - began) / 1000
  await store.close()
  folder.release()
  process.stdout.write(JSON.stringify({ seconds, rss: process.memoryUsage().rss }))
}

void main()
