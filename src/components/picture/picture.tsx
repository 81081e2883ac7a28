import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { type PictureName, pictureUrl } from './picture.shared'
import './picture.scss'

/** A picture of a state. It only accompanies: the words below say the same. */
export function Picture({ name }: { name: PictureName }) {
  return (
    <View className="picture" style={{ backgroundImage: `url("${pictureUrl(name)}")` }} {...aria({ hidden: true })} />
  )
}
