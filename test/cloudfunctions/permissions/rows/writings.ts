import { getMedia } from '../../../../src/contracts/lesson'
import {
  judgeReflection,
  keepNote,
  listNotes,
  listOwnReflections,
  listReflections,
  submitReflection,
} from '../../../../src/contracts/writing'
import { NOON } from '../../../support/county/activities'
import { addressees, everyone, type PermissionRow, type Target, within } from '../matrix'

const text = { text: '学了这一课，有些体会。', pen: { phone: 'phone0001', at: 1 }, base: null }
const readers = within('secretary', 'organiser', 'countyOrganiser')

/** A reflection of a member of an organisation, which waits, made for one call. */
const waiting = ({ key, orgId }: Target) => ({
  _id: `lesson.judge-${key}.m-${orgId}`,
  personId: `m-${orgId}`,
  orgId,
  about: { kind: 'lesson', id: `judge-${key}` },
  title: '测试微党课',
  text: text.text,
  writtenAt: NOON,
  pen: text.pen,
  state: 'review',
  returned: null,
  judgedBy: null,
})

export const rows: PermissionRow[] = [
  {
    contract: getMedia,
    about: 'the sound of an organisation’s lesson',
    input: ({ orgId }) => ({ lessonId: `lesson-${orgId}`, block: 1 }),
    allowed: addressees,
  },
  {
    contract: keepNote,
    about: 'a note on an organisation’s lesson',
    input: ({ orgId }) => ({ lessonId: `lesson-${orgId}`, ...text }),
    allowed: addressees,
  },
  { contract: listNotes, about: 'one’s own notes', input: () => ({}), self: true, allowed: everyone },
  {
    contract: submitReflection,
    about: 'a reflection on an organisation’s lesson',
    input: ({ orgId }) => ({ about: { kind: 'lesson', id: `lesson-${orgId}` }, ...text }),
    allowed: addressees,
  },
  {
    contract: submitReflection,
    about: 'a reflection on an organisation’s theme day',
    input: ({ orgId }) => ({ about: { kind: 'themeday', id: `day-${orgId}` }, ...text }),
    allowed: addressees,
  },
  { contract: listOwnReflections, about: 'one’s own reflections', input: () => ({}), self: true, allowed: everyone },
  {
    contract: listReflections,
    about: 'the reflections of an organisation, with names',
    input: ({ orgId }) => ({ orgId, before: null }),
    allowed: readers,
  },
  {
    contract: judgeReflection,
    about: 'show or return the reflection of one of its members',
    input: (target) => ({ id: waiting(target)._id, writtenAt: NOON, was: 'review', verdict: { show: true } }),
    prepare: (county, target) => county.cloud.put('reflections', [waiting(target)]),
    allowed: readers,
  },
]
