const ELEMENTS = ['svg', 'g', 'rect', 'circle', 'ellipse', 'path', 'text']
const SMALLEST_TEXT = 26
const WIDTH = 690
const MARGIN = 6

/** An element's name and attributes, and the text that follows its start. */
interface Element {
  name: string
  attributes: Map<string, string>
  text: string
}

function elementsOf(svg: string): Element[] {
  return [...svg.matchAll(/<([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>([^<]*)/g)].map(([, name, list, text]) => ({
    name: name ?? '',
    attributes: new Map(
      [...(list ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key ?? '', value ?? '']),
    ),
    text: (text ?? '').trim(),
  }))
}

/** The words of a picture, in the order in which they are drawn. */
export const wordsOf = (svg: string): string[] => elementsOf(svg).flatMap(({ text }) => (text === '' ? [] : [text]))

/** From where to where a line of text reaches: a Chinese sign is as wide as it is high, others about 0.6 of it. */
function reachOf({ attributes, text }: Element): [number, number] {
  const size = Number(attributes.get('font-size'))
  const width = [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? 0.6 : 1) * size, 0)
  const x = Number(attributes.get('x'))
  return attributes.get('text-anchor') === 'middle' ? [x - width / 2, x + width / 2] : [x, x + width]
}

/**
 * What is wrong with a picture of a lesson; empty when nothing is. It is shown 326 px wide on a phone as a data URL, so
 * it may reach for nothing outside itself, and text below 26 units would be under 12 px.
 */
export function drawingProblems(svg: string, colours: ReadonlySet<string>): string[] {
  const problems: string[] = []
  const elements = elementsOf(svg)
  const [root] = elements
  if (root?.name !== 'svg' || root.attributes.get('viewBox') !== `0 0 ${WIDTH} 388`) problems.push('not 690 × 388')
  if (root?.attributes.get('font-family') !== 'sans-serif') problems.push('not in sans-serif')
  if ((svg.match(/<[a-zA-Z!?]/g) ?? []).length !== elements.length) problems.push('not plain elements')
  for (const one of elements) {
    if (!ELEMENTS.includes(one.name)) problems.push(`an element ${one.name}`)
    for (const [key, value] of one.attributes) {
      if (key.startsWith('on') || key.includes('href') || key === 'style') problems.push(`an attribute ${key}`)
      if (/url\(|javascript:|data:/i.test(value)) problems.push(`a reference ${value}`)
      const colour = key === 'fill' || key === 'stroke' ? value : 'none'
      if (colour !== 'none' && !colours.has(colour)) problems.push(`a colour of its own: ${colour}`)
    }
    if (one.name !== 'text') continue
    if (!(Number(one.attributes.get('font-size')) >= SMALLEST_TEXT)) problems.push(`too small: ${one.text}`)
    const [from, to] = reachOf(one)
    if (!(from >= MARGIN && to <= WIDTH - MARGIN)) problems.push(`cut off: ${one.text}`)
  }
  return problems
}
