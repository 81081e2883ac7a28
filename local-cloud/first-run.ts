import { createReadStream } from 'node:fs'
import type { Cloud } from './cloud'
import { createDemo } from './demo/create-demo'
import { contentFiles, mediaUploads } from './demo/lesson-files'
import { countyPlans, type DemoSize } from './demo/sizes'
import { log } from './log'
import type { Document } from './store/document'
import { newDocument } from './wire/database-write'

/** How far the demo county is: a start that was interrupted begins it anew. */
const stateKey = 'demo'
/** Which one it is. */
const sizeKey = 'demoSize'

const insertInto = (cloud: Cloud) => async (name: string, documents: object[]) => {
  const collection = cloud.store.collection(name)
  const complete: Document[] = documents.map((document) => newDocument(document as Record<string, unknown>))
  await cloud.store.write(() => {
    for (const document of complete) collection.insert(document)
  })
}

/** Bytes of one file of a lesson at most. */
const maxMediaBytes = 10 * 1024 * 1024

/** Puts the lessons' sound and film where an upload through the SDK would put them. */
const uploadMedia = async (cloud: Cloud, contentDir: string) => {
  for (const { file, cloudPath } of mediaUploads(contentDir)) {
    await cloud.files.put(cloudPath, createReadStream(file), maxMediaBytes)
  }
}

/**
 * Creates the demo county of a size in an empty store, with the drawings, sound and film of the lessons in `contentDir`; one that was interrupted is
 * cleared first, foreign documents are left alone.
 */
export const prepareDemo = async (cloud: Cloud, contentDir: string, size: DemoSize): Promise<void> => {
  const state = cloud.store.note<'begun' | 'done'>(stateKey)
  const known = cloud.store.note<DemoSize>(sizeKey)
  const collections = cloud.store.names().map((name) => cloud.store.collection(name))
  if (state === 'done') {
    if (known && known !== size) log.info(`the data folder has the demo county of size ${known}; --reset makes ${size}`)
    return
  }
  if (state === undefined && collections.some((collection) => collection.size() > 0)) {
    log.info('the data folder has documents of its own, so no demo county was made')
    return
  }
  const startedAt = performance.now()
  await cloud.store.putNote(stateKey, 'begun')
  await cloud.store.putNote(sizeKey, size)
  for (const collection of collections) await cloud.store.write(() => collection.clear())
  const plan = countyPlans[size]
  const tell = (text: string) => log.info(`demo county: ${text}`)
  tell(`${plan.members} members in ${plan.branches} branches, made once`)
  const insert = insertInto(cloud)
  const files = contentFiles(contentDir)
  const personas = await createDemo({ plan, now: cloud.clock.now(), files, insert, tell })
  await uploadMedia(cloud, contentDir)
  await cloud.logins.setPersonas(personas)
  await cloud.store.putNote(stateKey, 'done')
  tell(`made in ${Math.round((performance.now() - startedAt) / 1000)} s`)
}
