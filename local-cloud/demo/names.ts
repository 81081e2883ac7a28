import { shuffle } from '@/domain/random'
import { chanceFor } from './chance'

const beginnings = ['测试', '示例', '样例', '演示', '试用']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const numbers = [...'一二三四五六七八九十']

/** Names with so many numbers at the end: 测试甲一, 测试甲一一 … */
function namesWith(count: number): string[] {
  const ends = Array.from({ length: count - 1 }).reduce<string[]>(
    (list) => list.flatMap((end) => numbers.map((number) => `${end}${number}`)),
    numbers,
  )
  return beginnings.flatMap((first) => stems.flatMap((stem) => ends.map((end) => `${first}${stem}${end}`)))
}

/** Different names in a mixed order, such as 测试甲一: nobody can take one for a real person's. The shortest first: 500, then 5,000 … */
export function inventNames(count: number): string[] {
  const names: string[] = []
  for (let length = 1; names.length < count; length += 1) {
    const more = namesWith(length)
    names.push(...shuffle(more, chanceFor(length === 1 ? 'names' : `names ${length}`)))
  }
  return names.slice(0, count)
}
