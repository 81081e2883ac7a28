import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFunctions } from '../../../local-cloud/runtime/functions'

let dir: string
const put = (name: string, config?: unknown) => {
  mkdirSync(path.join(dir, name), { recursive: true })
  writeFileSync(path.join(dir, name, 'index.js'), 'exports.main = () => 1')
  if (config !== undefined)
    writeFileSync(path.join(dir, name, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
}
const timer = (config: string, name = 'nightly') => ({ name, type: 'timer', config })
const push = { messagePush: [{ msgType: 'event', event: 'wxa_media_check' }] }

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'functions-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the functions of a folder', () => {
  it('have three seconds, no timer and no permissions unless config.json says otherwise', () => {
    put('plain')
    expect(readFunctions(dir).get('plain')).toEqual({
      name: 'plain',
      file: path.join(dir, 'plain/index.js'),
      timeoutSeconds: 3,
      timers: [],
      openApis: [],
      messagePush: [],
    })
  })

  it('are what config.json says', () => {
    const permissions = { openapi: ['security.msgSecCheck'] }
    put('full', { timeout: 60, triggers: [timer('0 0 3 * * * *')], permissions, ...push })
    expect(readFunctions(dir).get('full')).toMatchObject({
      timeoutSeconds: 60,
      timers: [{ name: 'nightly', config: '0 0 3 * * * *' }],
      openApis: ['security.msgSecCheck'],
      messagePush: [{ msgType: 'event', event: 'wxa_media_check' }],
    })
  })

  it.each([
    ['two timers', { triggers: [timer('0 0 3 * * * *'), timer('0 0 4 * * * *', 'other')] }, 'more than one timer'],
    ['five fields', { triggers: [timer('0 3 * * *')] }, 'seven fields'],
    ['an hour 25', { triggers: [timer('0 0 25 * * * *')] }, 'hour cannot be "25"'],
    ['a weekday by number', { triggers: [timer('0 0 3 * * 1 *')] }, 'name weekdays'],
    ['a name with spaces', { triggers: [timer('0 0 3 * * * *', 'every night')] }, "a trigger's name"],
    ['another type', { triggers: [{ name: 'x', type: 'cron', config: '0 0 3 * * * *' }] }, 'a trigger is'],
    ['a trigger that is nothing', { triggers: [null] }, 'a trigger is'],
    ['triggers that are no list', { triggers: {} }, 'triggers must be a list'],
    ['permissions that are no list', { permissions: { openapi: 'all' } }, 'permissions.openapi'],
    ['pushes without an event', { messagePush: [{ msgType: 'event' }] }, 'messagePush'],
    ['a time limit of nothing', { timeout: 0 }, 'timeout'],
    ['a time limit of a day', { timeout: 86_400 }, '900 at most'],
    ['a list', [], 'not a JSON object'],
    ['half a file', '{ "timeout": 5', 'not a JSON object'],
  ])('are refused with %s, by name', (_what, config, words) => {
    put('wrong', config)
    expect(() => readFunctions(dir)).toThrow(`function wrong: config.json`)
    expect(() => readFunctions(dir)).toThrow(words)
    put('wrong', {})
  })

  it('get a kind of pushed message one only', () => {
    put('first', push)
    put('second', push)
    expect(() => readFunctions(dir)).toThrow('more than one function declares messagePush for event wxa_media_check')
  })

  it('must be there', () => {
    expect(() => readFunctions(path.join(dir, 'none'))).toThrow('build them first')
    mkdirSync(path.join(dir, 'empty'))
    expect(() => readFunctions(path.join(dir, 'empty'))).toThrow('build them first')
  })
})
