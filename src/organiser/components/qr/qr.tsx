import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { aria, silentImage } from '@/components/aria/aria'
import { qrUri } from './qr.shared'
import './qr.scss'

/** A QR code. `faded`: its time is over and it must not be scanned. */
export function Qr({ text, label, faded = false }: { text: string; label: string; faded?: boolean }) {
  const src = useMemo(() => qrUri(text), [text])
  return (
    <View className={`o-qr ${faded ? 'o-qr--faded' : ''}`} {...aria({ role: 'img', label })}>
      <Image className="o-qr__image" src={src} {...silentImage()} />
    </View>
  )
}
