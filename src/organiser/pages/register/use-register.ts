import { useRouter } from '@tarojs/taro'
import { useRead } from '@/components/page/use-read'
import { dayOf } from '@/domain/time/day'
import { register } from '@/services/register'

/** The register of the organisation in the address; kept on the phone, so that it opens without a network. */
export function useRegister() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const read = useRead({
    name: `register:${orgId}`,
    load: () => register.overview({ orgId, day: dayOf(Date.now()) }),
  })
  return { orgId, read, page: read.data }
}
