/** A fraction as a CSS width; what is out of 0..1 is cut to it. A share that is not nothing shows at least a sliver. */
export function barWidth(fraction: number): string {
  if (!(fraction > 0)) return '0%'
  return `${Math.round(Math.min(1, Math.max(0.015, fraction)) * 1000) / 10}%`
}
