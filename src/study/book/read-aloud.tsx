import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { speech } from '@/services/speech/speech'

/** Whether this phone can read aloud; voices may come some moments after the page. */
function useCanSpeak(): boolean {
  const [can, setCan] = useState(speech.available)
  useEffect(() => speech.onAvailable(() => setCan(speech.available())), [])
  return can
}

/** 朗读: reads a text aloud, and stops on a second tap, with another text, and when the page is left. Not there where the phone cannot. */
export function ReadAloud({ text, label = '朗读' }: { text: string; label?: string }) {
  const can = useCanSpeak()
  const [speaking, setSpeaking] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another reading
  useEffect(() => {
    setSpeaking(false)
    return () => speech.stop()
  }, [text])
  useDidHide(() => {
    speech.stop()
    setSpeaking(false)
  })
  if (!can) return null
  const press = () => {
    if (speaking) {
      speech.stop()
      setSpeaking(false)
      return
    }
    setSpeaking(true)
    speech.speak(text, () => setSpeaking(false))
  }
  return (
    <Button kind="plain" size="small" onClick={press}>
      {speaking ? '停止朗读' : label}
    </Button>
  )
}
