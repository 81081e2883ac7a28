// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { trackWords } from '@/components/words/kind.shared'
import type { LessonBodyDoc, LessonDoc, StoredBlock } from '../../../cloudfunctions/_data/documents'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import type { Weapp } from '../../support/weapp/open-weapp'

// A micro-lesson on the weapp output: from the list over its recording or film to the check question.
let county: WeappCounty
beforeAll(async () => {
  county = await startWeappCounty()
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

type Kind = StoredBlock['type']
type Whole = LessonDoc & Pick<LessonBodyDoc, 'blocks'>
const blockOf = <K extends Kind>({ blocks }: Pick<LessonBodyDoc, 'blocks'>, type: K) =>
  blocks.find((block): block is Extract<StoredBlock, { type: K }> => block.type === type)

/** A new lesson with such a block, which nobody has completed: one of the county's own under another name. */
async function publish(type: Kind, title: string): Promise<Whole> {
  const body = (await county.cloud.all<LessonBodyDoc>('lessonBodies')).find((one) => blockOf(one, type))
  const model = (await county.cloud.all<LessonDoc>('lessons')).find(({ _id }) => _id === body?._id)
  if (!model || !body) throw new Error(`no lesson with ${type}`)
  const _id = `lesson-of-${type}`
  const lesson = { ...model, _id, title, publishedAt: Date.now() - 60_000 }
  await county.cloud.put('lessonBodies', [{ ...body, _id }])
  await county.cloud.put('lessons', [lesson])
  return { ...lesson, blocks: body.blocks }
}

/** From 学习 to the block of this kind. */
async function goToBlock(weapp: Weapp, lesson: Whole, type: Kind): Promise<void> {
  await weapp.tap('学习')
  await weapp.see('微党课')
  await weapp.tap(trackWords[lesson.track])
  await weapp.tap(lesson.title)
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/lesson/index'), 20_000)
  const place = lesson.blocks.findIndex((block) => block.type === type)
  for (let at = 0; at < place; at++) {
    await weapp.tap('下一节')
    await weapp.idle()
  }
}

const lastSound = (weapp: Weapp) => {
  const sound = weapp.platform.sounds.at(-1)
  if (!sound) throw new Error('no sound')
  return sound
}

test('is heard, stopped and gone on with, found again where the network broke off, and completed by its question', async () => {
  const lesson = await publish('audio', '测试用录音课')
  const audio = blockOf(lesson, 'audio')
  if (!audio) throw new Error('no recording')
  const weapp = await county.open('member')
  await goToBlock(weapp, lesson, 'audio')

  await weapp.tap('听录音')
  await weapp.see('暂停')
  // heard although the phone is silent, from an address that really has it
  expect(weapp.platform.audioOptions).toMatchObject([{ obeyMuteSwitch: false }])
  const file = await fetch(lastSound(weapp).src)
  expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, audio.bytes])
  const second = audio.captions[1]
  if (!second) throw new Error('one caption only')
  lastSound(weapp).hear(second.at + 1)
  await weapp.see(second.text)
  await weapp.tap('进 10 秒')
  await vi.waitFor(() => expect(lastSound(weapp).at).toBe(second.at + 11))
  await weapp.tap('暂停')
  await weapp.see('接着听')
  expect(lastSound(weapp).state).toBe('paused')
  await weapp.tap('接着听')
  await weapp.see('暂停')

  // somebody calls: it stops by itself
  await weapp.background()
  expect(lastSound(weapp).state).toBe('paused')
  await weapp.foreground()
  await weapp.see('接着听')

  // it breaks off: once more, with a new address and from the same place; then it is said what to do
  const broken = lastSound(weapp)
  const at = broken.at
  broken.fail(10002)
  await vi.waitFor(() => expect(weapp.platform.sounds).toHaveLength(2), 20_000)
  await vi.waitFor(() => expect([lastSound(weapp).state, lastSound(weapp).at]).toEqual(['playing', at]))
  lastSound(weapp).fail(10002)
  await weapp.see('播放中断了')
  // what is said is there at once, whole
  for (const { text } of audio.captions) await weapp.see(text)

  while (!weapp.text().includes('看完了，答一题')) {
    await weapp.tap('下一节')
    await weapp.idle()
  }
  await weapp.tap('看完了，答一题')
  await weapp.see('学完答一题')
  const { options, key } = lesson.check
  const wrong = options.findIndex((_, option) => !key.includes(option))
  await weapp.tap(options[wrong] ?? '')
  await weapp.tap('提交答案')
  await weapp.see('不计次数')
  if (lesson.check.kind === 'multiple') await weapp.tap(options[wrong] ?? '')
  for (const option of key) await weapp.tap(options[option] ?? '')
  await weapp.tap('提交答案')
  await weapp.see('这一课已完成')
  const facts = await county.cloud.all<{ _id: string }>('facts')
  expect(facts.filter(({ _id }) => _id.startsWith(`lesson.${lesson._id}.`))).toHaveLength(1)
  expect(weapp.problems).toEqual([])
})

test('its film is WeChat’s player, whose seconds bring the words; a film that breaks off is opened anew', async () => {
  const lesson = await publish('video', '测试用视频课')
  const video = blockOf(lesson, 'video')
  if (!video) throw new Error('no film')
  const weapp = await county.open('member')
  await goToBlock(weapp, lesson, 'video')
  await weapp.tap('看视频')
  await vi.waitFor(() => weapp.fire('film__player', 'timeupdate', { currentTime: 0, duration: video.seconds }), 20_000)
  const last = video.captions.at(-1)
  weapp.fire('film__player', 'timeupdate', { currentTime: last?.at ?? 0, duration: video.seconds })
  await weapp.see(last?.text ?? 'no caption')
  const address = () => weapp.root().querySelector('.film__player')?.getAttribute('src') ?? ''
  expect((await fetch(address())).status).toBe(200)
  // once by itself, then it says what to do
  for (let times = 0; times < 2; times++) {
    await vi.waitFor(() => expect(address()).not.toBe(''), 20_000)
    weapp.fire('film__player', 'error', { errMsg: 'the film cannot be played' })
    await weapp.idle()
  }
  await weapp.see('播放中断了')
  await weapp.see('接着看')
  expect(weapp.problems).toEqual([])
})

test('opened once, it is read and answered without a network, and the answer goes when the network is back', async () => {
  const lesson = await publish('picture', '测试用离线课')
  const weapp = await county.open('mobile')
  await goToBlock(weapp, lesson, 'text')
  await weapp.see('下一节')
  const { phone } = weapp
  weapp.kill()
  phone.networkType = 'none'

  const again = await county.open('mobile', { phone })
  await again.tap('学习')
  await again.see('离线，显示的是上次的内容')
  await again.tap(trackWords[lesson.track])
  await again.tap(lesson.title)
  for (let at = 0; at < lesson.blocks.length - 1; at++) {
    await again.tap('下一节')
    await again.idle()
  }
  await again.tap('看完了，答一题')
  for (const option of lesson.check.key) await again.tap(lesson.check.options[option] ?? '')
  await again.tap('提交答案')
  await again.see('答案已存在手机里')
  const done = async () =>
    (await county.cloud.all<{ _id: string }>('facts')).filter(({ _id }) => _id.startsWith(`lesson.${lesson._id}.`))
  expect(await done()).toEqual([])
  again.platform.setNetwork('4g')
  await again.see('这一课已完成')
  expect(await done()).toHaveLength(1)
  expect(again.problems).toEqual([])
})
