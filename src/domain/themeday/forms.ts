import type { ThemeDayForm } from '@/contracts/themeday'

/** Forms of theme days as they are spoken of, in the order in which they are offered. */
export const formNames: Readonly<Record<ThemeDayForm, string>> = {
  groupStudy: '集中学习',
  oath: '重温入党誓词',
  voluntary: '志愿服务',
  visit: '参观见学',
  meeting: '组织生活会',
}

const names = Object.keys(formNames) as readonly ThemeDayForm[]

/** The form of a word that stands in a page's address; null: it is none. */
export const formOf = (word: string | undefined): ThemeDayForm | null => names.find((name) => name === word) ?? null
