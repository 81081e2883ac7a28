import { expect } from 'vitest'
import type { OrganisationDoc, PersonDoc } from '../../../cloudfunctions/_data/documents'
import type { Category } from '../../../src/contracts/identity'
import type { Phone } from '../../support/phone'
import type { CountedMonth } from './county-ledger'
import { button, whole } from './desk'

/** The committee whose branches are all 两新组织. */
const COMMITTEE = { id: 'shili-new', name: '示例县新业态综合党委' }

interface Branch {
  readonly branch: OrganisationDoc
  readonly members: readonly PersonDoc[]
  readonly took: readonly PersonDoc[]
  readonly missing: readonly PersonDoc[]
}

/** The branch of that committee in which the smallest share took part, counted by hand. */
export function weakestBranch({ organisations, members, people }: CountedMonth): Branch {
  const rows = organisations
    .filter(({ parentId, kind }) => parentId === COMMITTEE.id && kind === 'branch')
    .map((branch) => {
      const own = members.filter(({ orgId }) => orgId === branch._id)
      const [took, missing] = [true, false].map((has) => own.filter(({ _id }) => people.has(_id) === has))
      return { branch, members: own, took: took ?? [], missing: missing ?? [] }
    })
  const [weakest] = rows.sort((a, b) => a.took.length / a.members.length - b.took.length / b.members.length)
  if (!weakest) throw new Error('the committee has no branch')
  return weakest
}

const kinds: readonly (readonly [Category, string])[] = [
  ['cityOffice', '市直机关'],
  ['village', '农村'],
  ['newOrganisation', '两新组织'],
]
/** 0.3508 → 35.1, as it is drawn. */
const percentOf = ({ took, members }: { took: number; members: number }) => Math.round((took / members) * 1000) / 10

async function namesOn(phone: Phone, shape: string): Promise<string[]> {
  const names = phone.page.locator(shape).filter({ visible: true })
  await names.first().waitFor()
  return (await names.allInnerTexts()).sort()
}
const namesOf = (people: readonly PersonDoc[]) => people.map(({ name }) => name).sort()

/** A county organiser, from home: the weakest category, its weakest branch, who took part there, and who has not; the list of these is open in the end. */
export async function findTheWeakest(phone: Phone, counted: CountedMonth, shots: string): Promise<void> {
  await phone.tap('参与统计')
  await phone.see('哪里不平衡')
  for (const [category, name] of kinds)
    await button(phone, new RegExp(`^${name}，\\d 个支部，${percentOf(counted.of(category))}%`)).waitFor()
  const rates = kinds.map(([category]) => percentOf(counted.of(category)))
  expect(Math.min(...rates)).toBe(rates[2])
  await phone.see('市直机关比两新组织高')
  await whole(phone, `${shots}-dashboard`)

  // the category opens to its organisations
  await button(phone, /^两新组织，/).tap()
  const { took, members } = counted.of('newOrganisation')
  await phone.see(new RegExp(`^${took} ÷ ${members} = `))
  await whole(phone, `${shots}-category`)
  await phone.tap('只看这一类')
  await button(phone, new RegExp(`^${COMMITTEE.name}，.*看这个组织$`)).tap()
  await phone.see('各党支部')
  await whole(phone, `${shots}-branches`)

  // one branch: its figure, its activities, its people
  const branch = weakestBranch(counted)
  await button(phone, new RegExp(`^${branch.branch.name}，.*看这个组织$`)).tap()
  await button(phone, /^知识答题参学率/).tap()
  await phone.see(new RegExp(`^${branch.took.length} ÷ ${branch.members.length} = `))
  await phone.tap('看来源和记录')
  await phone.see('由哪些答题组成')
  await whole(phone, `${shots}-figure`)
  await phone.tap('参加的人')
  expect(await namesOn(phone, '.a-names__name')).toEqual(namesOf(branch.took))
  await whole(phone, `${shots}-took-part`)
  await phone.page.goBack()
  await phone.tap('还没参加的人')
  expect(await namesOn(phone, '.m-names__name')).toEqual(namesOf(branch.missing))
  await whole(phone, `${shots}-missing`)
}
