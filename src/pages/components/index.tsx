import { View } from '@tarojs/components'
import { Page } from '@/components/page/page'
import { useLargeText } from '@/components/page/use-large-text'
import { Segmented } from '@/components/segmented/segmented'
import { ControlsSection } from './controls-section'
import { ListsSection } from './lists-section'
import { StatesSection } from './states-section'
import { TokensSection } from './tokens-section'
import './index.scss'

const sizes = [
  { value: 'normal', text: '标准字' },
  { value: 'large', text: '大字' },
] as const

/** Every component with its states, for those who build with them; in the preview only. */
export default function ComponentsPage() {
  const [large, setLarge] = useLargeText()
  return (
    <Page title="组件和样式">
      <View>
        <View className="t-h1">一套小组件</View>
        <View className="t-s">
          所有页面只用这些。颜色、字号、间距都来自 src/styles/tokens.scss；改这里看得到的，页面也跟着改。
        </View>
      </View>
      <Segmented options={sizes} value={large ? 'large' : 'normal'} onChange={(size) => setLarge(size === 'large')} />
      <TokensSection />
      <ControlsSection />
      <ListsSection />
      <StatesSection />
    </Page>
  )
}
