import { Page } from '@/components/page/page'

export default function PersonaPage() {
  return <Page title="初心学堂" />
}
