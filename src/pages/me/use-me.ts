import { useRead } from '@/components/page/use-read'
import { me } from '@/services/me'
import { noteOwner } from '@/services/owner'

async function load() {
  const [who, record] = await Promise.all([me.data(), me.record(null)])
  noteOwner(who.person.id, Date.now())
  return { ...who, month: record.months[0] ?? null }
}

/** Who I am, to what I agreed, and my month as the figures know it. */
export const useMe = () => useRead({ name: 'me', load })
