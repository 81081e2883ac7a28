import { shuffle } from '@/domain/random'
import { chanceFor } from './chance'

const beginnings = ['测试', '示例', '样例', '演示', '试用']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const numbers = [...'一二三四五六七八九十']

/** Different names in a mixed order, such as 测试甲一: nobody can take one for a real person's. At most 500. */
export function inventNames(count: number): string[] {
  const all = beginnings.flatMap((first) =>
    stems.flatMap((stem) => numbers.map((number) => `${first}${stem}${number}`)),
  )
  if (count > all.length) throw new RangeError(`only ${all.length} names can be invented, not ${count}`)
  return shuffle(all, chanceFor('names')).slice(0, count)
}
