import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTree, dealSeats, type OrganisationRecord, partOf, sizeOfRanges } from '../../../src/domain/participation'
import { plant } from './world'

const org = (
  id: string,
  kind: OrganisationRecord['kind'],
  parentId: string | null,
  order: number,
  seats: [number, number][] = [],
) => ({ id, name: id, kind, category: null, parentId, order, seats }) satisfies OrganisationRecord

describe('the tree', () => {
  const records = [
    org('b2', 'branch', 'g', 4, [[10, 20]]),
    org('g', 'generalBranch', 'c1', 2),
    org('b1', 'branch', 'g', 3, [[0, 8]]),
    org('county', 'county', null, 0),
    org('c1', 'committee', 'county', 1),
    org('c2', 'committee', 'county', 6),
    org('b3', 'branch', 'c2', 7, [
      [20, 30],
      [40, 45],
    ]),
    org('u1', 'group', 'b2', 5, [[8, 10]]),
  ]
  const tree = buildTree(records)

  it('has children in order and is walked from the top', () => {
    expect(tree.walk.map((node) => node.id)).toEqual(['county', 'c1', 'g', 'b1', 'b2', 'u1', 'c2', 'b3'])
    expect(tree.roots.map((node) => node.id)).toEqual(['county'])
    expect(tree.byId.get('county')?.children.map((node) => node.id)).toEqual(['c1', 'c2'])
  })

  it('knows the seats of each subtree as few ranges', () => {
    expect(tree.byId.get('b2')?.ranges).toEqual([[8, 20]])
    expect(tree.byId.get('c1')?.ranges).toEqual([[0, 20]])
    expect(tree.byId.get('county')?.ranges).toEqual([
      [0, 30],
      [40, 45],
    ])
    expect(tree.byId.get('county')?.committees).toBe(2)
    expect(tree.byId.get('c2')?.committees).toBe(1)
    expect(tree.byId.get('county')?.branches.map((node) => node.id)).toEqual(['b1', 'b2', 'b3'])
    expect(tree.byId.get('b1')?.branches.map((node) => node.id)).toEqual(['b1'])
  })

  it('may be a subtree', () => {
    const part = buildTree(records.filter(({ id }) => ['g', 'b1', 'b2', 'u1'].includes(id)))
    expect(part.roots.map((node) => node.id)).toEqual(['g'])
    expect(part.byId.get('g')?.ranges).toEqual([[0, 20]])
  })

  it('refuses a repeated id and a cycle', () => {
    expect(() => buildTree([...records, org('b1', 'branch', 'g', 9)])).toThrow('share an id')
    expect(() => buildTree([...records, org('x', 'branch', 'y', 9), org('y', 'branch', 'x', 9)])).toThrow('cycle')
  })
})

describe('seats', () => {
  const tree = buildTree([
    org('c', 'committee', null, 0),
    org('a', 'branch', 'c', 1),
    org('b', 'branch', 'c', 2),
    org('u', 'group', 'b', 3),
  ])
  const members = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

  it('are dealt in the order of the tree, with a tenth to spare and at least two', () => {
    const { seatOf, seatsOf, next } = dealSeats(
      tree,
      new Map([
        ['a', members('a', 30)],
        ['b', members('b', 5)],
      ]),
      100,
    )
    expect(Object.fromEntries(seatsOf)).toEqual({ a: [[100, 133]], b: [[133, 140]] })
    expect(seatOf.get('a0')).toBe(100)
    expect(seatOf.get('a29')).toBe(129)
    expect(seatOf.get('b0')).toBe(133)
    expect(next).toBe(140)
  })

  it('do not split a block over two parts', () => {
    const { seatsOf } = dealSeats(
      tree,
      new Map([
        ['a', members('a', 10)],
        ['b', members('b', 10)],
      ]),
      65_520,
    )
    expect(Object.fromEntries(seatsOf)).toEqual({ a: [[65_520, 65_532]], b: [[65_536, 65_548]] })
  })

  it('end, and are for one organisation each', () => {
    expect(() => dealSeats(tree, new Map(), 2 ** 24 - 3)).toThrow(RangeError)
    expect(() =>
      dealSeats(
        tree,
        new Map([
          ['a', ['x']],
          ['b', ['x']],
        ]),
      ),
    ).toThrow('two organisations')
  })

  it('make every organisation’s members neighbours: one seat each, within its ranges, for any tree', () => {
    const sizes = fc.array(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(sizes, fc.constantFrom(0, 65_480), (committees, first) => {
        const { records, seatOf, orgOf } = plant(committees, first)
        const planted = buildTree(records)
        expect(new Set(seatOf.values()).size).toBe(committees.flat().reduce((sum, size) => sum + size, 0))
        for (const node of planted.walk) {
          const below = [...seatOf].filter(([id]) =>
            planted.byId.get(node.id)?.branches.some((b) => b.id === orgOf.get(id)),
          )
          const inside = [...seatOf].filter(([, seat]) => node.ranges.some(([from, to]) => seat >= from && seat < to))
          expect(inside).toEqual(below)
          // one range, or two where the parts meet
          expect(node.ranges.length).toBeLessThanOrEqual(2)
          if (node.kind === 'branch')
            expect(new Set(node.ranges.flatMap(([a, b]) => [partOf(a), partOf(b - 1)])).size).toBe(1)
          expect(sizeOfRanges(node.ranges)).toBeGreaterThanOrEqual(below.length)
        }
      }),
    )
  })
})
