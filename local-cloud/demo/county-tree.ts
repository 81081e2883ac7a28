import type { Category } from '@/contracts/identity'
import { type BranchPlan, type GroupPlan, homePlan, isBranch } from './branches'
import { between, chanceFor } from './chance'
import { type CommitteeKind, chineseNumber, committeeOrder, placeName, trades } from './committees'
import { letThingsHappen } from './events'
import type { CountyPlan } from './sizes'

/** How many branches the home committee of new trades gets more in a larger county, so that its categories have ten each. */
const MORE_TRADES = 16
/** How many branches a general branch has. */
const PER_GENERAL_BRANCH = 5
const FEWEST_MEMBERS = 3

/** Members of a branch of a category, usually: from, to. Made to fit the whole afterwards. */
const usual: Record<Category, readonly [number, number]> = {
  cityOffice: [14, 30],
  townOffice: [22, 36],
  village: [14, 32],
  community: [18, 40],
  stateEnterprise: [10, 30],
  publicInstitution: [12, 34],
  newOrganisation: [4, 13],
  privateEnterprise: [4, 15],
}

const branchesOf = (plan: BranchPlan | GroupPlan): BranchPlan[] =>
  isBranch(plan) ? [plan] : plan.children.flatMap(branchesOf)

const groupsOf = (plan: BranchPlan | GroupPlan): GroupPlan[] =>
  isBranch(plan) ? [] : [plan, ...plan.children.flatMap(groupsOf)]

/** So many branches of a kind of committee, from its `first` on. */
const someBranches = (kind: CommitteeKind, place: string, id: string, count: number, first = 0): BranchPlan[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${id}-${i + 1}`,
    ...kind.branch(place, first + i),
    members: 0,
  }))

/** A whole number as evenly as can be: 7 over 3 is 3, 2, 2. */
const shareOut = (whole: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, i) => Math.floor(whole / parts) + (i < whole % parts ? 1 : 0))

/** Puts the last branches of a committee under general branches. */
function withGeneralBranches(committee: GroupPlan, count: number): GroupPlan {
  const branches = branchesOf(committee)
  const kept = Math.max(1, branches.length - count * PER_GENERAL_BRANCH)
  const below = branches.slice(kept)
  const sizes = shareOut(below.length, count)
  const general = sizes.map((size, i): GroupPlan => {
    const from = sizes.slice(0, i).reduce((sum, n) => sum + n, 0)
    const name = committee.name.replace('党委', `第${chineseNumber(i + 1)}党总支`)
    return { id: `${committee.id}-g${i + 1}`, name, children: below.slice(from, from + size) }
  })
  return { ...committee, children: [...branches.slice(0, kept), ...general] }
}

/** Gives the new branches members: about as many as usual, together exactly `whole`. */
function dealMembers(branches: readonly BranchPlan[], whole: number): void {
  const chance = chanceFor('branch sizes')
  const wished = branches.map(({ category }) => between(...usual[category], chance))
  const sum = wished.reduce((total, n) => total + n, 0)
  for (const [i, branch] of branches.entries()) {
    branch.members = Math.max(FEWEST_MEMBERS, Math.floor(((wished[i] ?? 0) * whole) / sum))
  }
  let left = whole - branches.reduce((total, { members }) => total + members, 0)
  for (let i = 0; left !== 0; i = (i + 1) % branches.length) {
    const branch = branches[i]
    const step = Math.sign(left)
    if (!branch || branch.members + step < FEWEST_MEMBERS) continue
    branch.members += step
    left -= step
  }
}

/** The whole tree: that of branches.ts, and committees beside it until there are as many as the plan says. */
export function planTree(plan: CountyPlan): GroupPlan {
  const home = structuredClone(homePlan)
  const known = branchesOf(home)
  const knownMembers = known.reduce((sum, { members }) => sum + members, 0)
  const committees = plan.committees - home.children.length
  if (committees <= 0) return home
  const parks = someBranches(trades, '示例园区', `${home.id}-new`, MORE_TRADES)
  const newTrades = groupsOf(home).find(({ id }) => id === `${home.id}-new`)
  newTrades?.children.push(...parks)
  const counts = shareOut(plan.branches - known.length - parks.length, committees)
  const general = generalBranchesOf(plan, committees, groupsOf(home).length - 1 - home.children.length)
  const added = counts.map((count, i): GroupPlan => {
    const kind = committeeOrder[i % committeeOrder.length] as CommitteeKind
    const nth = Array.from({ length: i }, (_, j) => committeeOrder[j % committeeOrder.length]).filter((k) => k === kind)
    const place = placeName(nth.length)
    const id = `${home.id}-${kind.letter}-${nth.length + 1}`
    const whole = { id, name: kind.name(place), children: someBranches(kind, place, id, count) }
    return general[i] ? withGeneralBranches(whole, general[i]) : whole
  })
  dealMembers([...parks, ...added.flatMap(branchesOf)], plan.members - knownMembers)
  home.children.push(...added)
  if (plan.eventful) letThingsHappen(home, [...parks, ...added.flatMap(branchesOf)], added)
  return home
}

/** How many general branches each added committee has: towns have them last. */
function generalBranchesOf(plan: CountyPlan, committees: number, known: number): number[] {
  const counts = new Array<number>(committees).fill(0)
  const isTown = (i: number) => committeeOrder[i % committeeOrder.length]?.letter === 'town'
  const order = counts.map((_, i) => i).sort((a, b) => Number(isTown(a)) - Number(isTown(b)) || a - b)
  for (let i = 0; i < plan.generalBranches - known; i++) {
    const at = order[i % committees]
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
