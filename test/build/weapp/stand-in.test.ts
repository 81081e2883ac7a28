// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { startLogicLayer } from '../../support/weapp/logic-layer'
import { wxAlone } from '../../support/weapp/stand-in'
import { compile } from '../../support/weapp/templates'
import { startViewLayer } from '../../support/weapp/view-layer'

// The stand-in proves something only as long as it is as strict as a phone.

describe('calls of wx', () => {
  test('that the stand-in does not know throw their name', () => {
    const { wx, misuses } = wxAlone()
    expect(() => wx.startBeaconDiscovery?.()).toThrow('wx.startBeaconDiscovery is not in')
    expect(misuses).toHaveLength(1)
  })

  test.each([
    ['setNavigationBarTitle', {}, 'parameter.title should be String instead of Undefined'],
    ['setKeepScreenOn', { keepScreenOn: 'yes' }, 'parameter.keepScreenOn should be Boolean instead of String'],
    ['setClipboardData', { data: 7 }, 'parameter.data should be String instead of Number'],
    ['scanCode', { scanTypes: ['qrCode'] }, 'scanCode knows no option scanTypes'],
    ['requestSubscribeMessage', { tmplIds: ['a'] }, 'can only be invoked by user TAP gesture'],
    ['offNetworkStatusChange', undefined, 'without its listener'],
    ['getStorageSync', '', 'key should be a String'],
  ])('with something wrong throw it: %s', (name, options, fault) => {
    const { wx, misuses } = wxAlone()
    expect(() => wx[name]?.(options)).toThrow(fault)
    expect(misuses).toHaveLength(1)
  })

  test('that fail unheard are the app’s fault; after the app was killed nothing answers', async () => {
    const { wx, misuses, state, ask } = wxAlone()
    wx.navigateTo?.({ url: '/pages/nowhere/index', success() {} })
    await vi.waitFor(() => expect(misuses.join()).toContain('page "/pages/nowhere/index" is not found'))
    expect(await ask('navigateBack')).toEqual({ errMsg: 'navigateBack:fail cannot navigate back at first page.' })
    state.over = true
    let heard = 0
    wx.getNetworkType?.({ complete: () => (heard += 1) })
    await new Promise((resolve) => setTimeout(resolve))
    expect(heard).toBe(0)
  })
})

describe('storage', () => {
  const write = (wx: ReturnType<typeof wxAlone>['wx'], key: string, value: unknown) =>
    (wx.setStorageSync as (key: string, value: unknown) => void)(key, value)

  test('keeps values as text, 1 MB a key', () => {
    const { wx } = wxAlone()
    const value = { at: 1 }
    write(wx, 'a', value)
    value.at = 2
    expect(wx.getStorageSync?.('a')).toEqual({ at: 1 })
    expect(wx.getStorageSync?.('never')).toBe('')
    expect(() => write(wx, 'b', 'x'.repeat(1024 * 1024))).toThrow('entry size limit reached')
    // three bytes a character
    expect(() => write(wx, 'b', '学'.repeat(350_000))).toThrow('entry size limit reached')
    expect(wx.getStorageSync?.('b')).toBe('')
  })

  test('has 10 MB in all; what is refused leaves what was there', () => {
    const { wx } = wxAlone()
    for (let i = 0; i < 10; i++) write(wx, `k${i}`, 'x'.repeat(1_000_000))
    expect(() => write(wx, 'more', 'x'.repeat(600_000))).toThrow('exceed storage max size 10Mb')
    expect(() => write(wx, 'k0', 'y'.repeat(1_040_000))).not.toThrow()
    wx.removeStorageSync?.('k0')
    expect(() => write(wx, 'more', 'x'.repeat(600_000))).not.toThrow()
    expect(wx.getStorageInfoSync?.()).toMatchObject({ currentSize: 9376, limitSize: 10240 })
  })
})

describe('the network', () => {
  test('tells its listeners, and a call under way when it goes has no answer', async () => {
    const { wx, events, ask } = wxAlone()
    const heard: unknown[] = []
    wx.onNetworkStatusChange?.((state: unknown) => heard.push(state))
    wx.onNetworkWeakChange?.((state: unknown) => heard.push(state))
    const cloud = (wx as unknown as { cloud: { callFunction(call: object): Promise<unknown> } }).cloud
    expect(await cloud.callFunction({ name: 'learn', data: {} })).toEqual({ result: 'learn' })
    const underWay = cloud.callFunction({ name: 'learn', data: {} })
    events.setNetwork('none')
    await expect(underWay).rejects.toMatchObject({ errCode: -1 })
    await expect(cloud.callFunction({ name: 'learn', data: {} })).rejects.toThrow('request:fail')
    expect(await ask('getNetworkType')).toMatchObject({ networkType: 'none' })
    events.setNetwork('4g')
    events.setWeak(true)
    expect(heard).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: '4g' },
      { weakNet: true, networkType: '2g' },
    ])
  })
})

describe('the scanner', () => {
  const open = async (alone: ReturnType<typeof wxAlone>, options: object = {}) => {
    const answer = alone.ask('scanCode', options)
    await vi.waitFor(() => expect(alone.events.scanner()).not.toBeNull())
    return { answer, scanner: alone.events.scanner() }
  }

  test('covers the app, and answers with what it saw', async () => {
    const alone = wxAlone()
    const { answer, scanner } = await open(alone)
    expect(alone.state.covered).toEqual([true])
    scanner?.see('内容')
    expect(await answer).toMatchObject({ errMsg: 'scanCode:ok', result: '内容', scanType: 'QR_CODE' })
    expect(alone.state.covered).toEqual([true, false])
  })

  test('has no album when only the camera is wanted', async () => {
    const { scanner } = await open(wxAlone(), { onlyFromCamera: true })
    expect(() => scanner?.choose('内容')).toThrow('no album')
  })

  test('says the same when the system refuses the camera as when it was called off', async () => {
    const alone = wxAlone({ camera: 'refused' })
    const { answer, scanner } = await open(alone)
    expect(() => scanner?.see('内容')).toThrow('sees nothing')
    scanner?.dismiss()
    expect(await answer).toEqual({ errMsg: 'scanCode:fail cancel' })
    expect(await wxAlone({ camera: 'broken' }).ask('scanCode')).toEqual({ errMsg: 'scanCode:fail ' })
  })
})

describe('a sound', () => {
  interface Context {
    src: string
    currentTime: number
    play(): void
    destroy(): void
    onPlay(listener: () => void): void
    onError(listener: (error: object) => void): void
    whistle(): void
  }
  const create = (alone: ReturnType<typeof wxAlone>) => alone.wx.createInnerAudioContext?.() as Context

  test('is played from an address, later, and never after its end', async () => {
    const alone = wxAlone()
    const sound = create(alone)
    expect(() => sound.play()).toThrow('a sound is played from ""')
    const heard: string[] = []
    sound.onPlay(() => heard.push('play'))
    sound.src = 'https://example.org/a.mp3'
    sound.play()
    expect(heard).toEqual([])
    await vi.waitFor(() => expect(heard).toEqual(['play']))
    alone.events.sounds[0]?.hear(12)
    expect(sound.currentTime).toBe(12)
    expect(() => sound.whistle()).toThrow('a sound has no whistle')
    expect(() => {
      sound.currentTime = 3
    }).toThrow('cannot be')
    sound.destroy()
    expect(() => sound.play()).toThrow('was destroyed')
  })

  test('that is not there yet fails without a network', async () => {
    const sound = create(wxAlone({ networkType: 'none' }))
    const failed: object[] = []
    sound.onError((error) => failed.push(error))
    sound.src = 'https://example.org/a.mp3'
    sound.play()
    await vi.waitFor(() => expect(failed).toMatchObject([{ errCode: 10002 }]))
  })
})

describe('questions', () => {
  test('a modal’s buttons have at most four characters, and it answers which was pressed', async () => {
    const { ask, wx, events, misuses } = wxAlone()
    const answer = ask('showModal', { title: '题', confirmText: '现在更新' })
    await vi.waitFor(() => expect(events.modals).toHaveLength(1))
    expect(() => events.modals[0]?.press('好')).toThrow('no button')
    events.modals[0]?.press('现在更新')
    expect(await answer).toMatchObject({ confirm: true, cancel: false })
    wx.showModal?.({ title: '题', confirmText: '现在就更新' })
    await vi.waitFor(() => expect(misuses.join()).toContain('should not larger than 4'))
  })

  test('about messages: in a tap, at most three, an answer for each', async () => {
    const { ask, events, state } = wxAlone()
    state.tapping = true
    const answer = ask('requestSubscribeMessage', { tmplIds: ['a', 'b'] })
    await vi.waitFor(() => expect(events.requests).toHaveLength(1))
    events.requests[0]?.answer((id) => (id === 'a' ? 'accept' : 'reject'))
    expect(await answer).toMatchObject({ a: 'accept', b: 'reject' })
    const tmplIds = ['a', 'b', 'c', 'd']
    expect(await ask('requestSubscribeMessage', { tmplIds })).toMatchObject({ errCode: 20003 })
  })

  test('about personal data: the call waits for the yes, which only the button gives', async () => {
    const { ask, wx, events, phone } = wxAlone({ privacy: 'unasked' })
    const asked: ((answer: object) => void)[] = []
    wx.onNeedPrivacyAuthorization?.((resolve: (answer: object) => void) => asked.push(resolve))
    const answer = (to: object) => vi.waitFor(() => expect(asked).not.toEqual([])).then(() => asked.pop()?.(to))
    expect(await ask('getPrivacySetting')).toMatchObject({ needAuthorization: true })
    const refused = ask('setClipboardData', { data: '字' })
    await answer({ event: 'disagree' })
    expect(await refused).toMatchObject({ errMsg: expect.stringContaining('not authorized'), errno: 104 })
    const faked = events.askPrivacy('setClipboardData')
    await Promise.all([expect(faked).rejects.toThrow('without a press'), answer({ event: 'agree', buttonId: 'some' })])
    const agreed = ask('setClipboardData', { data: '字' })
    events.pressedAgree('some')
    await answer({ event: 'agree', buttonId: 'some' })
    expect(await agreed).toMatchObject({ errMsg: 'setClipboardData:ok' })
    expect([phone.privacy, events.noted.clipboard]).toEqual(['agreed', '字'])
  })
})

describe('what the scripts run in', () => {
  test('is the language, timers and wx: no window, document, Node or Intl', () => {
    const { wx } = wxAlone()
    const { app } = startLogicLayer({ wx, getCurrentPages: () => [], console })
    const evaluate = (app.onLaunch as { constructor: FunctionConstructor }).constructor
    const seen = evaluate(
      'return [typeof window, typeof document, typeof process, typeof require, typeof Intl, typeof wx]',
    )()
    expect([...seen]).toEqual([...Array(5).fill('undefined'), 'object'])
  })

  test('ends with its timers when it is killed', async () => {
    const { wx } = wxAlone()
    const { app, kill } = startLogicLayer({ wx, getCurrentPages: () => [], console })
    const evaluate = (app.onLaunch as { constructor: FunctionConstructor }).constructor
    const ran: string[] = []
    evaluate('ran', 'setTimeout(() => { ran.push("once") }); setInterval(() => { ran.push("again") })')(ran)
    kill()
    evaluate('ran', 'setTimeout(() => { ran.push("after") })')(ran)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(ran).toEqual([])
  })
})

test('a tag that is no component of WeChat fails instead of showing nothing', () => {
  const home = '<view><marquee wx:if="{{on}}">x</marquee></view>'
  const sources = { 'pages/home/index.wxml': home, 'comp.wxml': '<view />' }
  const view = startViewLayer(compile(new Map(Object.entries(sources))), () => ({}))
  const page = view.show('pages/home/index', { data: { on: false } }, {})
  expect(() => page.setData({ on: true })).toThrow('<marquee> is no component of WeChat')
  page.hide()
})
