import type { FactDoc, LessonDoc, NoteDoc, ReflectionDoc } from '../../cloudfunctions/_data/documents'
import { HOME_BRANCH_ID } from './branches'
import type { Member } from './members'

const HOUR = 3_600_000

/** Invented texts on lessons of content/, as members of a community branch might write them. */
const texts: readonly Pick<ReflectionDoc, 'text' | 'state' | 'returned'>[] = [
  {
    text: '以前总觉得义务是大道理，学完才知道就在身边。楼道里谁家有难处，我先去问一声，能帮的帮，帮不了的报给支部。',
    state: 'review',
    returned: null,
  },
  {
    text: '这一课讲得实在。我打算每周抽一个晚上把学过的再看一遍，下次支部学习时讲给大家听，讲错了请大家指正。',
    state: 'shown',
    returned: null,
  },
  {
    text: '学了以后很有收获，今后一定好好学习，好好工作。',
    state: 'returned',
    returned: '请补上自己打算怎么做。',
  },
  {
    text: '年纪大了，看字慢，这样一小节一小节地看，正合适。腿脚不便的几位老同志，我约好了周末一起听一遍录音。',
    state: 'shown',
    returned: null,
  },
]

const NOTE = '要点：先弄懂，再讲给邻居听。\n下次支部会上问一问：楼下的停车问题报上去没有？'

/** What members of the home branch wrote after a lesson: one waits for the secretary; and the member persona's note. */
export function inventWritings(
  lessons: readonly LessonDoc[],
  members: readonly Member[],
  /** Completions of the first lesson. */
  facts: readonly FactDoc[],
): { notes: NoteDoc[]; reflections: ReflectionDoc[] } {
  const lesson = lessons[0]
  if (!lesson) return { notes: [], reflections: [] }
  const learned = new Map(
    facts.filter(({ activityId }) => activityId === lesson._id).map((fact) => [fact.personId, fact.occurredAt]),
  )
  const home = members.filter(({ person }) => person.orgId === HOME_BRANCH_ID && learned.has(person._id))
  const persona = home.find((member) => member.persona?.id === 'member')
  const writers = home.filter((member) => member.persona === null).slice(0, texts.length)
  const reflections = writers.flatMap(({ person }, i): ReflectionDoc[] => {
    const text = texts[i]
    if (!text) return []
    return [
      {
        _id: `lesson.${lesson._id}.${person._id}`,
        personId: person._id,
        orgId: person.orgId,
        about: { kind: 'lesson', id: lesson._id },
        title: lesson.title,
        writtenAt: (learned.get(person._id) ?? lesson.publishedAt) + HOUR / 2,
        pen: null,
        judgedBy: null,
        ...text,
      },
    ]
  })
  if (!persona) return { notes: [], reflections }
  const { _id: personId } = persona.person
  const updatedAt = (learned.get(personId) ?? lesson.publishedAt) + HOUR / 4
  const note = { _id: `${lesson._id}.${personId}`, personId, lessonId: lesson._id, text: NOTE, updatedAt, pen: null }
  return { notes: [note], reflections }
}
