import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { dueToday } from '@/services/handbook/due'
import { learn } from '@/services/learn'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { noteOwner } from '@/services/owner'
import { papers } from '@/services/quiz-paper'
import { serverTime } from '@/services/server-time'
import { readSession } from '@/services/session/session'
import { arrangeHome, type Home, type Task } from './home.shared'
import { taskWords } from './task-words.shared'

const isH5 = process.env.TARO_ENV === 'h5'

/** Quizzes whose paper lies sealed on this phone. */
const sealedOf = ({ quizzes }: Home): string[] =>
  quizzes.flatMap(({ id }) => (papers.read(id)?.openedAt === null ? [id] : []))

async function load() {
  const told = serverTime.told(await learn.home())
  noteOwner(told.person.id, Date.now())
  return told
}

/** What home shows: what is due by the server's last word and by what still waits on this phone. */
export function useHome() {
  const read = useRead({ name: cacheNames.home, load })
  const outbox = useOutboxState()
  const nobody = isH5 && readSession() === null
  useEffect(() => {
    if (nobody) goInstead({ page: 'persona' })
  }, [nobody])

  // A delivered parcel changes what is due.
  const waiting = outbox.parcels.length
  const { reload } = read
  useEffect(() => {
    if (waiting === 0) return
    return () => void reload()
  }, [waiting, reload])

  const [due, setDue] = useState(dueToday)
  useDidShow(() => setDue(dueToday()))

  const home = read.data
  if (home === null) return { read, outbox, view: null }
  // The server's clock now: its clock then, and the time that has passed on the phone since.
  const now = home.now + (read.at === null ? 0 : Math.max(0, Date.now() - read.at))
  const { main, today, soon, done, moreLessons } = arrangeHome(home, outbox, now, { due, sealed: sealedOf(home) })
  const words = (tasks: readonly Task[]) => tasks.map((task) => taskWords(task, now))
  return {
    read,
    outbox,
    view: {
      home,
      now,
      main: main && taskWords(main, now),
      today: words(today),
      soon: words(soon),
      done: words(done),
      moreLessons,
    },
  }
}
