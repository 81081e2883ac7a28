import { describe, expect, test } from 'vitest'
import { filesOf, readText } from '../../support/dist'
import { compile, compileBuilt } from '../../support/weapp/templates'

describe("WeChat's template compiler", () => {
  test('finds no fault in any template of the weapp output', () => {
    const files = filesOf('weapp').filter((file) => file.endsWith('.wxml'))
    expect(files).toContain('base.wxml')
    expect(files.length).toBeGreaterThan(5)
    expect(compileBuilt().faults).toEqual([])
  })

  test.each([
    ['a tag that is not closed', '<view><text></view>', 'missing end tag'],
    ['an expression that does not end', '<view>{{ a. }}</view>', 'not a valid identifier'],
    ['an import of a file that is not there', '<import src="./no" />', 'no.wxml, which is missing'],
    [
      'a script that is not there',
      '<wxs module="x" src="./no.wxs" /><view>{{ x.a() }}</view>',
      'no.wxs, which is missing',
    ],
  ])('would find %s', (_, source, fault) => {
    expect(compile(new Map([['page.wxml', source]])).faults.join('\n')).toContain(fault)
  })

  test('sees the attributes of assistive technology in the base template', () => {
    const base = readText('weapp', 'base.wxml')
    for (const attribute of ['aria-role', 'aria-label', 'aria-hidden']) expect(base).toContain(attribute)
  })
})
