import type { ExportView } from '@/contracts/exports'
import { activities } from './activities'
import { categories } from './categories'
import type { Gathered } from './gathered'
import { kindWords } from './kind-words'
import { missing } from './missing'
import { overview } from './overview'
import { participants } from './participants'
import type { Snapshot } from './snapshot'

/** Whether a view has people in it, whose names are for some only. */
export const hasPeople = ({ what }: ExportView): boolean => what === 'missing' || what === 'participants'

/** What a view is called, behind the name of its organisation. @param names with names, where it has people */
export function viewTitle(view: ExportView, names: boolean): string {
  if (view.what === 'overview') return '参与统计'
  if (view.what === 'categories') return '分类对比'
  const kind = kindWords[view.kind]
  if (view.what === 'activities') return view.kind === 'themeday' ? '主题党日活动清单' : `${kind}清单`
  const list = names ? '名单' : '人数'
  return view.what === 'missing' ? `${kind}未参加${list}` : `${kind}参加${list}`
}

/** Everything that a view says, of one look at the index. */
export function gather(view: ExportView, names: boolean, snapshot: Snapshot): Gathered | Promise<Gathered> {
  if (view.what === 'overview') return overview(snapshot)
  if (view.what === 'categories') return categories(snapshot)
  if (view.what === 'missing') return missing(snapshot, view.kind, names)
  if (view.what === 'activities') return activities(snapshot, view.kind)
  return participants(snapshot, view, names)
}
