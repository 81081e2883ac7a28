import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lessons } from '../../../content'
import { calendarOf } from '../../../local-cloud/demo/calendar'
import { contentFiles, mediaUploads } from '../../../local-cloud/demo/lesson-files'
import { chapterOf, planLessons } from '../../../local-cloud/demo/lessons'
import { countyPlans } from '../../../local-cloud/demo/sizes'
import { rangeOf } from '../../../local-cloud/server/stored-files'
import { shanghai } from './demo-county'

const docs = planLessons(calendarOf(shanghai('2026-11-22T10:20'), countyPlans.small), contentFiles('content'))

describe('the lessons of the demo', () => {
  it.each(docs.map((doc) => [doc.lesson._id, doc] as const))(
    '%s has every block, its drawings inside, below 200 KB; what lists read of it is below 4 KB',
    (id, { lesson: doc, body: { _id, blocks } }) => {
      const lesson = lessons.find((one) => one.id === id)
      expect(_id).toBe(id)
      expect(blocks.map(({ type }) => type)).toEqual(lesson?.blocks.map(({ type }) => type))
      expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThan(200_000)
      // every home page, paper and result goes through all lessons
      expect(Buffer.byteLength(JSON.stringify(doc))).toBeLessThan(4_000)
      expect(doc.media).toEqual(
        ['picture', 'slides', 'audio', 'video'].filter((media) => blocks.some(({ type }) => type === media)),
      )
      for (const block of blocks) {
        if (block.type === 'picture') expect(block.svg).toMatch(/^<svg[\s\S]*<\/svg>$/)
        if (block.type === 'slides') for (const { svg } of block.slides) expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/)
        if (block.type === 'audio' || block.type === 'video') {
          expect(block.fileId).toMatch(/^cloud:\/\/local-env\.local\/lessons\//)
          expect(block.bytes).toBeGreaterThan(10_000)
        }
      }
      const { helps } = doc.check
      expect(helps !== null && blocks[helps]?.type).toBe('text')
    },
  )

  it('upload every file of sound and film that a lesson names', () => {
    const stored = docs.flatMap(({ body: { blocks } }) =>
      blocks.flatMap((block) => ('fileId' in block ? [block.fileId] : [])),
    )
    const uploads = mediaUploads('content')
    expect(stored.length).toBeGreaterThan(0)
    expect(uploads.map(({ cloudPath }) => `cloud://local-env.local/${cloudPath}`).sort()).toEqual(stored.sort())
    for (const { file } of uploads) expect(existsSync(file)).toBe(true)
  })

  it('leave out what has no file, rather than tell of it', () => {
    const none = { picture: () => null, media: () => null }
    const bare = planLessons(calendarOf(shanghai('2026-11-22T10:20'), countyPlans.small), none)
    expect(new Set(bare.flatMap(({ body: { blocks } }) => blocks.map(({ type }) => type)))).toEqual(new Set(['text']))
  })

  it('know the chapter in which most of their questions stand', () => {
    expect(chapterOf({ questions: ['q-jilv-001', 'q-dangzhang-001', 'q-dangzhang-002'] })).toBe('dangzhang-2022')
    expect(chapterOf({ questions: [] })).toBe(null)
    expect(chapterOf({ questions: ['q-unknown-001'] })).toBe(null)
  })
})

it('serves a part of a file as object storage does', () => {
  expect(rangeOf(undefined, 12)).toBe('none')
  expect(rangeOf('bytes=0-', 12)).toEqual({ first: 0, last: 11 })
  expect(rangeOf('bytes=6-7', 12)).toEqual({ first: 6, last: 7 })
  expect(rangeOf('bytes=6-99', 12)).toEqual({ first: 6, last: 11 })
  expect(rangeOf('bytes=12-', 12)).toBe(null)
  expect(rangeOf('bytes=7-6', 12)).toBe(null)
  expect(rangeOf('bytes=0-', 0)).toBe(null)
  // several ranges and suffixes are not served: the whole file is
  expect(rangeOf('bytes=0-1,4-5', 12)).toBe('none')
  expect(rangeOf('bytes=-5', 12)).toBe('none')
})
