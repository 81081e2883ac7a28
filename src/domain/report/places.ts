/** Names of organisations, for finding places that do not belong into a report. */
export interface Places {
  /** Of the organisation, those below it and those above it. */
  readonly own: readonly string[]
  /** Of the others that the system knows. */
  readonly others: readonly string[]
}

/** What a place's name ends with, and the words before which it is none: 全县, 各乡镇, 行政村, 驻村. */
const place = /([\u4e00-\u9fff]{2,4})(县|区|镇|乡|街道|村)/g
const general = /[全各本该每乡多个所有县城农新行政自然贫困驻辖市街]$|^(?:社|地|景|校|园)$/

/** What an organisation's name begins with: 河湾镇党委 is 河湾镇. */
const stemOf = (name: string): string => name.replace(/(?:综合|机关)?(?:党委|党总支|总支|党支部|支部|党小组)$/, '')

/** Names in a text of places and organisations that are not the report's own, each once. */
export function foreignPlaces(text: string, { own, others }: Places): string[] {
  const ownStems = own.map(stemOf)
  const known = own.join('\n')
  const named = others
    .map(stemOf)
    .filter((stem) => [...stem].length >= 3 && text.includes(stem) && !ownStems.some((one) => one.includes(stem)))
  const places = [...text.matchAll(place)].flatMap(([, before = '', suffix = '']) => {
    const isPart = suffix === '区' && /[社地景校园市]$/.test(before)
    if (isPart || general.test(before)) return []
    // the words before a name stand with it: 在河湾镇 is 河湾镇
    const tails = Array.from({ length: [...before].length - 1 }, (_, i) => before.slice(i) + suffix)
    return tails.some((tail) => known.includes(tail)) ? [] : [before + suffix]
  })
  return [...new Set([...named, ...places.filter((one) => !named.some((name) => one.includes(name)))])]
}
