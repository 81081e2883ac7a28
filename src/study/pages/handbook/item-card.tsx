import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Option } from '@/components/option/option'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import { Why } from '@/components/why/why'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { HandbookItem } from '@/contracts/handbook'
import { answerAloud, questionAloud } from '../../book/aloud.shared'
import type { Book } from '../../book/book.shared'
import { ReadAloud } from '../../book/read-aloud'
import { Stem } from '../../book/stem'
import { Standing } from './chapter-view'

/** A question with its options; its answer, why, and what explains it come on a tap. */
export function ItemCard({ book, item }: { book: Book; item: HandbookItem }) {
  const [open, setOpen] = useState(false)
  const fill = item.kind === 'fill'
  return (
    <Card>
      <View className="l-ends">
        <View className="item__kind">
          <Tag>{questionKindWords[item.kind].name}</Tag>
          <Standing book={book} id={item.id} />
        </View>
        <ReadAloud text={open ? answerAloud(item) : questionAloud(item)} label={open ? '读答案' : '读题'} />
      </View>
      <Stem item={item} filled={open && fill ? item.accepted[0] : ''} />
      <View className="l-stack">
        {item.options.map((text, option) => {
          const right = open && item.key.includes(option)
          return (
            <Option
              key={text}
              letter={optionLetter(option)}
              text={text}
              several={item.kind === 'multiple'}
              state={right ? 'good' : 'plain'}
              note={right ? '正确答案' : undefined}
            />
          )
        })}
      </View>
      {open ? (
        <>
          {fill && item.accepted.length > 1 && (
            <View className="t-s item__also">也可以填：{item.accepted.slice(1).join('、')}</View>
          )}
          <Why explanation={item.explanation} source={item.source} />
          <Lessons book={book} item={item} />
        </>
      ) : (
        <Button className="item__show" onClick={() => setOpen(true)}>
          看答案
        </Button>
      )}
    </Card>
  )
}

/** Micro-lessons that explain it. */
export function Lessons({ book, item }: { book: Book; item: HandbookItem }) {
  return (
    <>
      {book
        .lessonsOf(item.id)
        .slice(0, 2)
        .map(({ id, title }) => (
          <Button key={id} kind="quiet" className="item__lesson" onClick={() => goTo({ page: 'lesson', lessonId: id })}>
            学微党课《{title}》
          </Button>
        ))}
    </>
  )
}
