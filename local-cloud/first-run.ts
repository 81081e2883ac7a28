import { createReadStream } from 'node:fs'
import type { Cloud } from './cloud'
import { createDemo } from './demo/create-demo'
import { contentFiles, mediaUploads } from './demo/lesson-files'
import { log } from './log'
import type { Document } from './store/document'
import { newDocument } from './wire/database-write'

/** How far the demo county is: a start that was interrupted begins it anew. */
const stateKey = 'demo'

/** A fold takes a bounded number of facts at a time; this many rounds would be millions. */
const maxRounds = 500

/** Documents of one write. */
const batch = 2000

const insertInto = (cloud: Cloud) => async (name: string, documents: object[]) => {
  const collection = cloud.store.collection(name)
  const complete: Document[] = documents.map((document) => newDocument(document as Record<string, unknown>))
  for (let at = 0; at < complete.length; at += batch) {
    await cloud.store.write(() => {
      for (const document of complete.slice(at, at + batch)) collection.insert(document)
    })
  }
}

/** Bytes of one file of a lesson at most. */
const maxMediaBytes = 10 * 1024 * 1024

/** Puts the lessons' sound and film where an upload through the SDK would put them. */
const uploadMedia = async (cloud: Cloud, contentDir: string) => {
  for (const { file, cloudPath } of mediaUploads(contentDir)) {
    await cloud.files.put(cloudPath, createReadStream(file), maxMediaBytes)
  }
}

/** What the folding timer answers. */
interface FoldAnswer {
  ok: boolean
  data?: { folded: number; left: boolean }
}

/** Fires the timer that folds facts into figures until it reports that none are left. */
const foldAll = async (cloud: Cloud) => {
  const spec = cloud.runtime.functions.get('rollup')
  if (!spec) return
  for (let round = 0; round < maxRounds; round++) {
    const answer = JSON.parse(await cloud.timers.fire(spec)) as FoldAnswer | null
    if (!answer?.ok) throw new Error(`the demo facts could not be folded: ${JSON.stringify(answer)}`)
    if (!answer.data?.left) return
  }
  log.warn('the demo facts are not all folded; the timer goes on with them')
}

/**
 * Creates the demo county in an empty store, with the drawings, sound and film of the lessons in `contentDir`; one that was interrupted is
 * cleared first, foreign documents are left alone.
 */
export const prepareDemo = async (cloud: Cloud, contentDir: string): Promise<void> => {
  const state = cloud.store.note<'begun' | 'done'>(stateKey)
  const collections = cloud.store.names().map((name) => cloud.store.collection(name))
  if (state === 'done') return
  if (state === undefined && collections.some((collection) => collection.size() > 0)) {
    log.info('the data folder has documents of its own, so no demo county was made')
    return
  }
  await cloud.store.putNote(stateKey, 'begun')
  for (const collection of collections) await cloud.store.write(() => collection.clear())
  const { personas } = await createDemo(insertInto(cloud), cloud.clock.now(), contentFiles(contentDir))
  await uploadMedia(cloud, contentDir)
  await cloud.logins.setPersonas(personas)
  await foldAll(cloud)
  await cloud.store.putNote(stateKey, 'done')
}
