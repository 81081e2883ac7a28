import { describe, expect, it } from 'vitest'
import { answerAloud, questionAloud } from '../../../src/study/book/aloud.shared'
import { gapOf } from '../../../src/study/book/stem.shared'
import { whereFound } from '../../../src/study/pages/handbook/results.shared'
import { item } from './book'

describe('read aloud', () => {
  it('a question is its stem and its options, a gap is asked for', () => {
    expect(questionAloud(item('q'))).toBe('题干q\nA，甲。\nB，乙。\nC，丙。')
    expect(questionAloud(item('q', { kind: 'fill', stem: '每年不少于 ____ 学时', options: [] }))).toBe(
      '每年不少于 什么 学时',
    )
    expect(questionAloud(item('q', { kind: 'judge', options: ['正确', '错误'] }))).toBe('判断对错。题干q')
  })

  it('an answer is what is right, why, and by which article', () => {
    expect(answerAloud(item('q', { key: [0, 2] }))).toBe('答案是：甲、丙。\n解析q\n依据：《示例条例》第一条')
    expect(answerAloud(item('q', { accepted: ['32学时', '32'] }))).toContain('答案是：32学时。')
  })
})

it('a gap is taken out of its stem', () => {
  expect(gapOf('每年____学时')).toEqual({ before: '每年', after: '学时' })
  expect(gapOf('没有空')).toBeNull()
})

describe('a search result', () => {
  it('shows the option or the explanation in which it was found, and nothing when the stem has it', () => {
    expect(whereFound(item('q', { options: ['预备期满', '乙'] }), ['预备'])).toEqual({ name: '选项', text: '预备期满' })
    expect(whereFound(item('q', { explanation: '预备期一年' }), ['预备'])).toEqual({ name: '解析', text: '预备期一年' })
    expect(whereFound(item('q', { kind: 'fill', options: [], accepted: ['32学时'] }), ['学时'])?.name).toBe('答案')
    expect(whereFound(item('q', { stem: '预备期' }), ['预备'])).toBeNull()
  })
})
