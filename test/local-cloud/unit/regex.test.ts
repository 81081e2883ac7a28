import { describe, expect, it } from 'vitest'
import { underTimeLimit } from '../../../local-cloud/query/guard'
import { compilePattern } from '../../../local-cloud/query/match/regex'

const finds = (pattern: string, text: string, options = '') => compilePattern(pattern, options).exec(text) !== null

describe('a regular expression means what PCRE means', () => {
  it.each<[pattern: string, text: string, options: string, found: boolean]>([
    ['^a$', 'a\n', '', true],
    ['^a$', 'a\n\n', '', false],
    ['^b', 'a\nb', '', false],
    ['^b', 'a\nb', 'm', true],
    ['^b', 'a\rb', 'm', false],
    ['^.$', '\r', '', true],
    ['^.$', '\n', '', false],
    ['^.$', '\n', 's', true],
    ['^.$', '😀', '', true],
    ['\\s', '\u3000', '', false],
    ['^[\\s]$', '\t', '', true],
    ['\\S', '\u3000', '', true],
    ['[]a]', ']', '', true],
    ['[^]a]', ']', '', false],
    ['^[一-龥]+$', '初心', '', true],
    ['^[\\w\\-]+\\/\\-$', 'a-b/-', '', true],
    ["it\\'s", "it's", '', true],
    ['\\++', '++', '', true],
    ['[.$^]', '$', '', true],
    ['A', 'a', 'i', true],
  ])('%j in %j with %j', (pattern, text, options, found) => {
    expect(finds(pattern, text, options)).toBe(found)
  })

  it.each<[pattern: string, options: string, message: RegExp]>([
    ['a', 'x', /option 'x'/],
    ['a', 'g', /invalid flag in regex options: g/],
    ['(', '', /Regular expression is invalid/],
    ['a\\', '', /Regular expression is invalid/],
    ['(?i)a', '', /construct/],
    ['(?>a)', '', /construct/],
    ['(?P<n>a)', '', /construct/],
    ['a++', '', /possessive/],
    ['[[:alpha:]]', '', /POSIX/],
    ['\\Aa', '', /escape \\A/],
    ['\\u4e00', '', /escape \\u/],
    ['\\x{4e00}', '', /escape \\x/],
    ['[\\S]', '', /escape \\S/],
    ['a\0', '', /null byte/],
  ])('%j with %j is refused', (pattern, options, message) => {
    expect(() => compilePattern(pattern, options)).toThrow(message)
  })

  it.each([
    ['^(a+)+$', `${'a'.repeat(60)}b`],
    ['(a|aa)+$', `${'a'.repeat(60)}b`],
    ['.*.*.*x$', 'a'.repeat(20_000)],
    ['a*b', 'a'.repeat(300_000)],
  ])('%j cannot run for ever', (pattern, text) => {
    const began = performance.now()
    expect(() => underTimeLimit(0, () => finds(pattern, text), 100)).toThrow(/exceeded time limit/)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
