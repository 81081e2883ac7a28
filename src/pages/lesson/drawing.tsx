import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { drawingUrl } from './lesson.shared'

/** A drawing of 16:9, as wide as its place. A screen reader is told what it shows. */
export function Drawing({ svg, alt }: { svg: string; alt: string }) {
  return (
    <View className="drawing" style={{ backgroundImage: drawingUrl(svg) }} {...aria({ role: 'img', label: alt })} />
  )
}
