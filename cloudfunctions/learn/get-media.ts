import { getMedia as contract } from '@/contracts/lesson'
import { isAddressee } from '@/domain/people'
import { temporaryUrl } from '../_data/files'
import { lessonBlock, lessonById } from '../_data/lessons'
import { implement } from '../_kit/action'

/** Long enough to hear a lesson with a rest in between; the page asks anew when it is over. */
const GOOD_FOR_SECONDS = 3600

/** One database request, and one to storage: sound and film leave it only by an address that ends. */
export const getMedia = implement(contract, {
  alongside: ({ lessonId, block }) => ({ lesson: lessonById(lessonId), body: lessonBlock(lessonId, block) }),
  allow: ({ caller, found: { lesson }, refuse }) => isAddressee(caller, lesson[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ now, found, refuse }) {
    const lesson = found.lesson[0]
    if (!lesson || lesson.publishedAt > now) return refuse('NOT_FOUND')
    const block = found.body[0]?.blocks[0]
    if (!block || !('fileId' in block)) return refuse('NOT_FOUND')
    const url = await temporaryUrl(block.fileId, GOOD_FOR_SECONDS)
    return { url, expiresAt: now + GOOD_FOR_SECONDS * 1000 }
  },
})
