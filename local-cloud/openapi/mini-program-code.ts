import qrcode from 'qrcode-generator'
import { type OpenApi, refused } from './open-api'
import { encodePng } from './png'
import { isKnownPage, type Steering } from './steering'

/** Visible characters that a scene may hold, 32 at most. Source: the platform's documents on wxacode.getUnlimited. */
const scenes = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/
const versions = ['release', 'trial', 'develop']
const [minWidth, defaultWidth, maxWidth] = [280, 430, 1280]
/** White modules around the code. */
const margin = 4

const drawQr = (text: string, width: number): Buffer => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const modules = code.getModuleCount()
  const size = modules + 2 * margin
  const at = (pixel: number) => Math.floor((pixel * size) / width) - margin
  const inside = (module: number) => module >= 0 && module < modules
  return encodePng(width, (column, row) => {
    const [x, y] = [at(column), at(row)]
    return inside(x) && inside(y) && code.isDark(y, x)
  })
}

/**
 * A code that opens the mini-program with a scene. The stand-in draws a QR code of `<page>?scene=<scene>` instead of the round
 * one, as PNG where the platform gives JPEG.
 */
export const getUnlimitedCode =
  (steering: () => Steering): OpenApi =>
  ({ input }) => {
    const { scene, page, check_path = true, env_version = 'release', width = defaultWidth } = input
    if (typeof scene !== 'string' || !scenes.test(scene))
      return refused(40169, 'invalid length for scene, or the data is not json string')
    // What is not checked against the published pages must still be a page.
    const pages = check_path === false ? { ...steering(), pages: null } : steering()
    if (page !== undefined && (!isKnownPage(pages, page) || page.includes('?'))) return refused(41030, 'invalid page')
    const wrongWidth = !Number.isInteger(width) || (width as number) < minWidth || (width as number) > maxWidth
    if (wrongWidth || !versions.includes(String(env_version))) return refused(40097, 'invalid args')
    const text = `${page ?? ''}?scene=${encodeURIComponent(scene)}`
    return { buffer: drawQr(text, width as number), contentType: 'image/png' }
  }
