import { useRead } from '@/components/page/use-read'
import { identity } from '@/services/identity'
import { me } from '@/services/me'
import { noteOwner } from '@/services/owner'

async function load() {
  const [who, record] = await Promise.all([identity.me(), me.record(null)])
  noteOwner(who.person.id)
  return { ...who, month: record.months[0] ?? null }
}

/** Who I am, and my month as the figures know it. */
export const useMe = () => useRead({ name: 'me', load })
