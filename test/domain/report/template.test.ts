import { describe, expect, it } from 'vitest'
import { metric, metrics } from '@/domain/metrics'
import { reportCodes } from '@/domain/report'
import { template } from '@/domain/report/template'

const clauses = [
  ...template.opening,
  ...template.parts.flatMap(({ sections }) => sections.flatMap((s) => s.paragraphs)),
]
  .flat()
  .flatMap((sentence) => [
    ...sentence.clauses.flatMap((c) => [c.say, c.otherwise, c.notDue]),
    sentence.zero?.say,
    sentence.lead,
  ])
  .filter((say) => say !== undefined)

describe('the template', () => {
  it('uses only metrics of the registry', () => {
    for (const code of reportCodes()) expect(metric(code).code).toBe(code)
  })

  it('speaks of every metric of the registry; the period stands in its words', () => {
    const spoken = new Set(reportCodes())
    expect(metrics.map(({ code }) => code).filter((code) => !spoken.has(code))).toEqual(['period'])
  })

  it('asks for each figure once', () => {
    expect(new Set(reportCodes()).size).toBe(reportCodes().length)
  })

  it('asks of a branch only what suits a branch', () => {
    const branch = reportCodes('branch')
    expect(branch).toContain('quiz.people')
    expect(branch).not.toContain('inspection.groups')
    expect(branch).not.toContain('poverty.villages')
    expect(reportCodes('county')).toContain('poverty.villages')
  })

  it('contains no number of its own and no closing 。', () => {
    for (const say of clauses) {
      expect(say.replace(/\{[^}]*\}/g, '')).not.toMatch(/\d/)
      expect(say).not.toMatch(/。$/)
    }
  })

  it('has three parts', () => {
    expect(template.parts.map(({ heading }) => heading)).toEqual(['总体情况', '特色亮点', '问题和下一步'])
  })
})
