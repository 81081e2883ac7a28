import { createCamera } from './wx/camera'
import { createNavigation, type Pages } from './wx/navigation'
import { createNetwork } from './wx/network'
import { createEvent, type Life } from './wx/options'
import { createDevice, type Phone } from './wx/phone'
import { createPrivacy } from './wx/privacy'
import { createQuestions } from './wx/questions'
import { createScreen } from './wx/screen'
import { createSounds } from './wx/sound'
import { createStorage } from './wx/storage'

export type { Navigation } from './wx/navigation'

export interface Platform {
  readonly phone: Phone
  readonly life: Life
  readonly pages: Pages
  /** What a cloud function answers. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** Whether the app is in the middle of answering a tap. */
  isTapping(): boolean
  /** A page of WeChat's own comes over the app, or goes. */
  covered(is: boolean): Promise<void>
}

/**
 * A strict stand-in for `wx`: what the pages use works as on a phone; calling anything else throws its name, and calling it wrongly what is wrong, so
 * that what nobody thought of is found here and not by a member.
 */
export function createWx({ phone, life, pages, callFunction, isTapping, covered }: Platform) {
  const appShow = createEvent<[object]>(life, 'AppShow')
  const appHide = createEvent<[object]>(life, 'AppHide')
  const network = createNetwork(phone, life, callFunction)
  const privacy = createPrivacy(phone, life)
  const questions = createQuestions(life, isTapping)
  const camera = createCamera(phone, life, covered)
  const sound = createSounds(phone, life)
  const screen = createScreen(life, privacy.passPrivacy)
  const storage = createStorage(phone, life)

  const known: Record<string, unknown> = {
    ...createDevice(phone),
    ...createNavigation(life, pages),
    ...[appShow, appHide, network, privacy, questions, camera, sound, screen, storage].reduce(
      (all, { api }) => Object.assign(all, api),
      {},
    ),
    nextTick: (work: () => void) => void Promise.resolve().then(() => life.over || work()),
  }
  // the scripts keep their chunks on wx itself
  const chunks = 'webpackJsonp'
  const wx = new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === chunks) return Reflect.get(target, name)
      return () => life.misuse(`wx.${name} is not in the stand-in`)
    },
  })
  const { api: _network, ...ofNetwork } = network
  const { api: _privacy, ...ofPrivacy } = privacy
  const { api: _questions, ...ofQuestions } = questions
  const { api: _camera, ...ofCamera } = camera
  const { api: _sound, ...ofSound } = sound
  const { api: _screen, ...ofScreen } = screen
  const { api: _storage, ...ofStorage } = storage
  return {
    wx,
    appShow,
    appHide,
    /** How a test makes things happen that only the platform does, and sees what it was asked for. */
    events: { ...ofNetwork, ...ofPrivacy, ...ofQuestions, ...ofCamera, ...ofSound, ...ofScreen, ...ofStorage },
  }
}
