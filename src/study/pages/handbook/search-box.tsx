import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { aria, fieldName } from '@/components/aria/aria'
import { Icon } from '@/components/icon/icon'

/** The field of the search. It keeps its own text: setting it back at every key would break the input of 汉字. */
export function SearchBox({ onChange }: { onChange: (query: string) => void }) {
  const [turn, setTurn] = useState(0)
  const [filled, setFilled] = useState(false)
  const type = (query: string) => {
    setFilled(query !== '')
    onChange(query)
  }
  const clear = () => {
    setTurn(turn + 1)
    type('')
  }
  return (
    <View className="search">
      <Icon name="search" tone="grey" size={20} />
      <Input
        key={turn}
        className="search__input"
        type="text"
        maxlength={40}
        placeholder="搜题目、解析、条款"
        placeholderClass="search__placeholder"
        confirmType="search"
        {...fieldName('搜题目、解析、条款')}
        onInput={({ detail }) => type(detail.value)}
      />
      {filled && (
        <View className="search__clear" onClick={clear} {...aria({ role: 'button', label: '清空' })}>
          <Icon name="cross" size={20} />
        </View>
      )}
    </View>
  )
}
