/** Relative luminance of a colour '#rrggbb', 0 … 1. Source: WCAG 2.2, "relative luminance". */
export function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Contrast of two colours '#rrggbb', 1 … 21. Source: WCAG 2.2, "contrast ratio"; text needs at least 4.5. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A text colour on each ground on which the app puts it. */
export interface Pair {
  readonly name: string
  readonly use: string
  readonly text: string
  readonly ground: string
}

/** The tokens' values, since a page cannot read them; a test compares them with tokens.scss. */
export const pairs: readonly Pair[] = [
  { name: 'ink / card', use: '正文', text: '#211d19', ground: '#ffffff' },
  { name: 'ink-2 / ground', use: '说明', text: '#5f5850', ground: '#f6f4f0' },
  { name: 'ink-3 / ground', use: '最小的字', text: '#746c63', ground: '#f6f4f0' },
  { name: 'card / red', use: '主按钮', text: '#ffffff', ground: '#b3261e' },
  { name: 'red-deep / red-wash', use: '次按钮、标签', text: '#8c1b15', ground: '#fbeeec' },
  { name: 'ok / ok-wash', use: '完成', text: '#24693f', ground: '#e9f4ed' },
  { name: 'wait / wait-wash', use: '待上传', text: '#8a5a00', ground: '#fdf3e0' },
  { name: 'gold / gold-wash', use: '微党课', text: '#8a6414', ground: '#faf3e2' },
  { name: 'ink-2 / grey-wash', use: '已结束', text: '#5f5850', ground: '#f1eee9' },
]
