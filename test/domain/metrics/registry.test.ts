import { describe, expect, it } from 'vitest'
import { isMetric, liveCodes, metric, metrics } from '../../../src/domain/metrics'
import { indexByCode } from '../../../src/domain/metrics/registry'

/** Every row of the table of the supervision report. */
const report = `
  period inspection.groups inspection.units inspection.improved inspection.rectification
  records.notes records.reflections records.minutes records.media plan.filed plan.spotchecks plan.notices
  handbook.items handbook.mastery quiz.people quiz.times quiz.mobile.people quiz.mobile.times
  lesson.people lesson.times lesson.count training.sessions training.times
  themeday.sessions themeday.times themeday.people themeday.attendance oath group-study voluntary
  meetings.compliance contact.points contact.inspect.times contact.study.times model.activities
  poverty.villages poverty.secretaries poverty.cadres poverty.road_km poverty.squares poverty.projects poverty.good_deeds
  discipline.checks discipline.criticised discipline.bans discipline.windows discipline.cases discipline.punished
  discipline.exposed service.processes transport.vehicles transport.illegal_taxis transport.tricycles
`
  .trim()
  .split(/\s+/)

describe('the registry', () => {
  it('has every figure of the report, and the derived families', () => {
    for (const code of report) expect(isMetric(code), code).toBe(true)
    expect(metrics.filter(({ code }) => code.startsWith('imbalance.')).length).toBe(32)
    expect(metrics.filter(({ code }) => code.startsWith('problems.')).length).toBe(4)
  })

  it('gives each figure a name, a plain definition, and a source exactly when it can be computed', () => {
    for (const { code, name, unit, kind, definition, source, compute } of metrics) {
      expect(name, code).toMatch(/\p{Script=Han}/u)
      expect(definition, code).toMatch(/\p{Script=Han}.{8,}。$/u)
      expect(definition.length, code).toBeLessThanOrEqual(80)
      expect(unit === '%', code).toBe(kind === 'ratio')
      expect(unit !== '', code).toBe(kind !== 'range')
      expect(source !== null && source !== 'records', code).toBe(compute !== undefined)
    }
    expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length)
  })

  it('computes quizzes, lessons and theme days in this release, and nothing else', () => {
    const byCategory = liveCodes.filter((code) => code.startsWith('imbalance.'))
    expect(byCategory).toHaveLength(32)
    expect(liveCodes.filter((code) => !byCategory.includes(code)).sort()).toEqual([
      'lesson.count',
      'lesson.mobile.people',
      'lesson.people',
      'lesson.rate',
      'lesson.times',
      'quiz.mobile.people',
      'quiz.mobile.times',
      'quiz.people',
      'quiz.rate',
      'quiz.times',
      'themeday.attendance',
      'themeday.coverage',
      'themeday.mobile.people',
      'themeday.people',
      'themeday.rate',
      'themeday.sessions',
      'themeday.times',
    ])
  })

  it('counts people and activities anew from unions, adds times, divides last', () => {
    const kindOf = (code: string) => metric(code).kind
    expect(['quiz.people', 'lesson.count', 'themeday.sessions'].map(kindOf)).toEqual([
      'distinct',
      'distinct',
      'distinct',
    ])
    expect(['quiz.times', 'poverty.road_km', 'poverty.villages'].map(kindOf)).toEqual(['sum', 'sum', 'latest'])
    expect(['quiz.rate', 'themeday.attendance', 'themeday.coverage'].map(kindOf)).toEqual(['ratio', 'ratio', 'ratio'])
  })

  it('refuses an unknown code and a code with two meanings', () => {
    expect(() => metric('quiz.peple')).toThrow(RangeError)
    expect(isMetric('quiz.peple')).toBe(false)
    expect(() => indexByCode([metric('quiz.people'), metric('quiz.people')])).toThrow('quiz.people')
  })
})
