import { describe, expect, test } from 'vitest'
import type { Reporters } from '../../../src/contracts/register'
import type { OrgTree } from '../../../src/domain/participation/org-tree'
import { aboveIn, dueReporters } from '../../../src/domain/register'
import { org, treeOf } from './trees'

const DAY = '2026-09-30'
const who = (kinds: Reporters['kinds'], categories: Reporters['categories'] = []): Reporters => ({ kinds, categories })

function due(orgId: string, reporters: Reporters, tree: OrgTree = treeOf(), scope: string | null = null): string[] {
  const node = tree.byId.get(orgId)
  if (!node) throw new Error(orgId)
  return dueReporters(node, { reporters, scope, day: DAY }, aboveIn(tree, orgId)).map(({ id }) => id)
}

describe('who reports', () => {
  test('committees, and general branches where no committee reports for them', () => {
    expect(due('county', who(['committee', 'generalBranch']))).toEqual(['town', 'office', 'school'])
    expect(due('town', who(['committee', 'generalBranch']))).toEqual(['town'])
    // town reports for it
    expect(due('rural', who(['committee', 'generalBranch']))).toEqual([])
    expect(due('v2', who(['committee', 'generalBranch']))).toEqual([])
  })

  test('branches', () => {
    expect(due('county', who(['branch']))).toEqual(['v1', 'v2', 'd1', 's1'])
    expect(due('v2', who(['branch']))).toEqual(['v2'])
  })

  test('by category: who is of it, or has somebody of it below', () => {
    expect(due('county', who(['committee', 'generalBranch'], ['village']))).toEqual(['town'])
    expect(due('county', who(['branch'], ['village', 'cityOffice']))).toEqual(['v1', 'v2', 'd1'])
    expect(due('county', who(['committee', 'generalBranch'], ['publicInstitution']))).toEqual(['school'])
    // the only village branches of the town ended: nobody reports villages any more
    const ended = treeOf([
      org('v1', 'branch', 'rural', { category: 'village', endedOn: '2026-09-30' }),
      org('v2', 'branch', 'town', { category: 'village', endedOn: '2026-02-01' }),
    ])
    expect(due('county', who(['committee'], ['village']), ended)).toEqual([])
  })

  test('while it stands: from the day on which it was founded, to the day before it ended', () => {
    const branch = (extra: object) => treeOf([org('v2', 'branch', 'town', { category: 'village', ...extra })])
    const has = (extra: object) => due('town', who(['branch']), branch(extra)).includes('v2')
    expect(has({ foundedOn: '2026-09-30' })).toBe(true)
    expect(has({ foundedOn: '2026-10-01' })).toBe(false)
    expect(has({ endedOn: '2026-10-01' })).toBe(true)
    expect(has({ endedOn: '2026-09-30' })).toBe(false)
  })

  test('in the subtree for which it was defined', () => {
    expect(due('county', who(['branch']), treeOf(), 'town')).toEqual(['v1', 'v2'])
    expect(due('town', who(['branch']), treeOf(), 'town')).toEqual(['v1', 'v2'])
    expect(due('rural', who(['branch']), treeOf(), 'town')).toEqual(['v1'])
    expect(due('office', who(['branch']), treeOf(), 'town')).toEqual([])
    // what lies above the scope reports for nobody in it
    expect(due('v2', who(['committee', 'branch']), treeOf(), 'rural')).toEqual([])
    expect(due('rural', who(['committee', 'generalBranch']), treeOf(), 'rural')).toEqual(['rural'])
  })
})
