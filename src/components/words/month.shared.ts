/** A month ('2026-11') as '2026 年 11 月'. */
export const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
