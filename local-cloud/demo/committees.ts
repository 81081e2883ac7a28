import type { Category } from '@/contracts/identity'

/** Stems that number invented places: 样例甲镇, 样例乙镇 … */
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const beginnings = ['样例', '演示', '测试', '示例']
const numerals = [...'零一二三四五六七八九']

/** 样例甲, 样例乙 … 样例癸, 演示甲 …: different for 40 numbers, then with a number behind it. */
export function placeName(index: number): string {
  const round = Math.floor(index / (stems.length * beginnings.length))
  const beginning = beginnings[Math.floor(index / stems.length) % beginnings.length]
  return `${beginning}${stems[index % stems.length]}${round === 0 ? '' : numerals[round + 1]}`
}

/** 一 … 十, 十一 … 九十九: as villages and offices are numbered. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10 === 0 ? '' : numerals[n % 10]
  if (tens === 0) return numerals[n] ?? ''
  return `${tens === 1 ? '' : numerals[tens]}十${ones}`
}

/** A kind of committee: what it and its i-th branch (from 0) are called, and of which category that is. */
export interface CommitteeKind {
  readonly letter: string
  readonly name: (place: string) => string
  readonly branch: (place: string, i: number) => { name: string; category: Category }
}

/** A township: its offices, two communities, then villages. */
const town: CommitteeKind = {
  letter: 'town',
  name: (place) => `${place}镇党委`,
  branch: (place, i) => {
    if (i === 0) return { name: `${place}镇机关党支部`, category: 'townOffice' }
    if (i <= 2) return { name: `${place}镇${i === 1 ? '东' : '西'}街社区党支部`, category: 'community' }
    return { name: `${place}镇${chineseNumber(i - 2)}村党支部`, category: 'village' }
  },
}

const of = (
  letter: string,
  name: (place: string) => string,
  branch: (place: string, number: string) => string,
  category: Category,
): CommitteeKind => ({
  letter,
  name,
  branch: (place, i) => ({ name: branch(place, chineseNumber(i + 1)), category }),
})

const offices = of(
  'office',
  (place) => `${place}系统机关党委`,
  (place, number) => `${place}系统机关第${number}党支部`,
  'cityOffice',
)
const schools = of(
  'school',
  (place) => `${place}片区教育党委`,
  (place, number) => `${place}片区第${number}学校党支部`,
  'publicInstitution',
)
const clinics = of(
  'clinic',
  (place) => `${place}片区卫生健康党委`,
  (place, number) => `${place}片区第${number}医院党支部`,
  'publicInstitution',
)
const works = of(
  'works',
  (place) => `${place}国有企业党委`,
  (place, number) => `${place}国有企业第${number}车间党支部`,
  'stateEnterprise',
)

/** A park of new trades and private firms, in turn. */
export const trades: CommitteeKind = {
  letter: 'trade',
  name: (place) => `${place}园区综合党委`,
  branch: (place, i) =>
    i % 2 === 0
      ? { name: `${place}第${chineseNumber(i / 2 + 1)}行业联合党支部`, category: 'newOrganisation' }
      : { name: `${place}第${chineseNumber((i + 1) / 2)}民营企业党支部`, category: 'privateEnterprise' },
}

/** In which order committees are added: half of them towns. The tenth and every tenth after it is a park. */
export const committeeOrder: readonly CommitteeKind[] = [
  ...[town, schools, town, offices, town, clinics, town, works, town],
  trades,
]
