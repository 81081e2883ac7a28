import { describe, expect, it } from 'vitest'
import {
  blockName,
  captionAt,
  drawingUrl,
  lengthWords,
  placeWords,
  sizeWords,
  swipe,
} from '@/pages/lesson/lesson.shared'
import { whyNot } from '@/pages/lesson/media-words.shared'
import { noteState } from '@/pages/lesson/note.shared'

describe('a recording, in words', () => {
  it('says how much it loads', () => {
    expect(sizeWords(233834)).toBe('约\u00a0230\u00a0KB')
    expect(sizeWords(627846)).toBe('约\u00a0610\u00a0KB')
    expect(sizeWords(1_258_291)).toBe('约\u00a01.2\u00a0MB')
    expect(sizeWords(3000)).toBe('约\u00a03\u00a0KB')
    expect(sizeWords(1)).toBe('约\u00a01\u00a0KB')
  })

  it('says how long it is and where it stands', () => {
    expect([lengthWords(40), lengthWords(65), lengthWords(120)]).toEqual(['40 秒', '1 分 5 秒', '2 分钟'])
    expect([placeWords(0), placeWords(65.9), placeWords(-1)]).toEqual(['0:00', '1:05', '0:00'])
  })

  it('finds the sentence that is heard', () => {
    const captions = [
      { at: 0.3, text: '甲' },
      { at: 5.2, text: '乙' },
    ]
    expect([0, 0.3, 5.1, 5.2, 99].map((second) => captionAt(captions, second))).toEqual([-1, 0, 0, 1, 1])
    expect(captionAt([], 3)).toBe(-1)
  })
})

it('takes a finger that goes sideways for a swipe, and no other', () => {
  const to = (x: number, y: number) => swipe({ x: 100, y: 100 }, { x, y })
  expect([to(40, 100), to(160, 110), to(70, 100), to(40, 40), to(100, 300)]).toEqual([1, -1, 0, 0, 0])
})

it('names a block by what it says', () => {
  const source = { document: '示例章程', article: '第三条' }
  expect(blockName({ type: 'text', heading: '讲团结', paragraphs: [], source })).toBe('讲团结')
  expect(blockName({ type: 'picture', svg: '', alt: '', caption: '八个词' })).toBe('八个词')
  expect(blockName({ type: 'slides', title: '三步', slides: [] })).toBe('三步')
})

it('puts a drawing into an address with everything in it that a style would stumble over', () => {
  expect(drawingUrl('<svg a="1" b=\'2\'>#)</svg>')).toBe(
    'url("data:image/svg+xml,%3Csvg%20a%3D%221%22%20b%3D\'2\'%3E%23)%3C%2Fsvg%3E")',
  )
})

it('says why a recording does not play, and that the words below are the same', () => {
  const why = whyNot({ code: 'OFFLINE', message: '现在连不上网。' })
  expect(why).toBe('现在没有网络，播放不了。先看下面的文字，说的是一样的；有网再点一次。')
  expect(whyNot({ code: 'NOT_FOUND', message: '没有找到。' })).toBe('没有找到。可以先看下面的文字，说的是一样的。')
})

it('says where a note is', () => {
  const note = { text: '记', dirty: false, sending: false, waiting: false, stored: true }
  expect(noteState(note)).toBe('已保存')
  expect(noteState({ ...note, text: '' })).toBe('边学边记，一字不丢')
  expect(noteState({ ...note, dirty: true })).toBe('已存在手机里')
  expect(noteState({ ...note, dirty: true, waiting: true })).toBe('已存在手机里，联网后自动保存')
  expect(noteState({ ...note, sending: true })).toBe('正在保存')
  expect(noteState({ ...note, stored: false })).toBe('手机存储满了，请先别关，点“保存”')
  expect(noteState({ ...note, stored: false, waiting: true })).toBe('手机存储满了，请先别关小程序，连上网就保存')
})
