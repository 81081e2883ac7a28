import { beforeEach, expect, it, vi } from 'vitest'
import { needFields, strictWx } from './strict-wx'

let wx: Record<string, unknown> = {}
vi.mock('@tarojs/taro', () => ({
  get default() {
    return strictWx(wx)
  },
}))
const load = async () => await import('../../../src/services/platform/scan.weapp')

/** A camera that does this when it is asked. */
function camera(outcome: () => object, getAppAuthorizeSetting: unknown = undefined) {
  wx = {
    getAppAuthorizeSetting,
    async scanCode(option: { onlyFromCamera: boolean; scanType: string[] }) {
      needFields('scanCode', option, ['onlyFromCamera', 'scanType'])
      if (!option.onlyFromCamera) throw new Error('a picture from the album is no presence')
      if (option.scanType.join() !== 'qrCode') throw new Error('the code is a QR code')
      return outcome()
    },
  }
}
const refused = (errMsg: string) => () => {
  throw { errMsg }
}
beforeEach(() => vi.resetModules())

it('gives what the code says', async () => {
  camera(() => ({ result: 'day-1.1.abc', scanType: 'QR_CODE', charSet: 'utf-8', rawData: '', errMsg: 'scanCode:ok' }))
  expect(await (await load()).scan()).toEqual({ text: 'day-1.1.abc' })
})

it('knows who closed the camera from a camera that may not be used', async () => {
  const { scan } = await load()
  camera(refused('scanCode:fail cancel'))
  expect(await scan()).toEqual({ failed: 'called off' })
  const others = [
    'scanCode:fail',
    'scanCode:fail auth deny',
    'scanCode:fail system permission denied',
    'scanCode:fail privacy permission is not authorized',
  ]
  for (const errMsg of others) {
    camera(refused(errMsg))
    expect(await scan(), errMsg).toEqual({ failed: 'no camera' })
  }
})

it('knows a camera that may not be used although it looks like one that was closed', async () => {
  const { scan } = await load()
  const cancelled = refused('scanCode:fail cancel')
  camera(cancelled, () => ({ cameraAuthorized: 'denied' }))
  expect(await scan()).toEqual({ failed: 'no camera' })
  for (const may of [() => ({ cameraAuthorized: 'authorized' }), refused('fail')]) {
    camera(cancelled, may)
    expect(await scan()).toEqual({ failed: 'called off' })
  }
})

it('leads to the phone’s settings where WeChat can, and survives where it cannot', async () => {
  const { hasCameraSettings, openCameraSettings } = await load()
  const opened = vi.fn(async () => ({ errMsg: 'openAppAuthorizeSetting:ok' }))
  wx = { openAppAuthorizeSetting: opened }
  expect(hasCameraSettings()).toBe(true)
  await openCameraSettings()
  expect(opened).toHaveBeenCalledTimes(1)
  wx = { openAppAuthorizeSetting: refused('openAppAuthorizeSetting:fail') }
  await expect(openCameraSettings()).resolves.toBeUndefined()
  wx = { openAppAuthorizeSetting: undefined }
  expect(hasCameraSettings()).toBe(false)
})
