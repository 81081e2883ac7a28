import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { LessonDeskRow } from '@/contracts/plan-lessons'
import { draftsKv } from '@/services/cache/drafts-kv'
import { plan } from '@/services/plan'
import { useOrders } from '../../use-orders'
import { type LessonForm, newLesson } from './lessons-desk.shared'

type To = Parameters<typeof plan.scheduleLesson>[0]['to']

/** The lessons of an organisation, and one that is being written: kept on this phone until it is published. */
export function useLessons(orgId: string) {
  const name = `make-lesson:${orgId}`
  const read = useRead({ name: `lessons-desk:${orgId}`, load: () => plan.lessons(orgId) })
  const [form, setForm] = useState<LessonForm>(() => draftsKv.read<LessonForm>(name) ?? newLesson())
  const { busy, problem, said, act, clearProblem } = useOrders(read.reload)

  const move = (row: LessonDeskRow, to: To, text: string) =>
    act(row.id, async () => {
      const after = await plan.scheduleLesson({ lessonId: row.id, was: row.publishedAt, to })
      // what was just published can be taken back, as long as nobody has completed it
      return {
        text,
        ...(to.type === 'now' && { undo: () => void move(after, { type: 'shelf' }, '已收回，党员看不到了。') }),
      }
    })

  return {
    read,
    form,
    busy,
    problem,
    said,
    clear: clearProblem,
    write: (next: LessonForm) => {
      setForm(next)
      draftsKv.write(name, next)
    },
    publish: (lesson: LessonForm) =>
      act('publish', async (orderKey) => {
        const row = await plan.publishLesson({ key: orderKey(), orgId, ...lesson })
        draftsKv.drop(name)
        setForm(newLesson())
        return {
          text: row.state === 'scheduled' ? '已排好，到时候自动发布。' : '已发布，党员可以学了。',
          undo: () => void move(row, { type: 'shelf' }, '已收回，党员看不到了。'),
        }
      }),
    move,
  }
}
