/**
 * A text in pieces of at most `most` characters, cut after a sentence or line where there is one, else after a comma, else anywhere. Browsers break off long texts
 * and WeChat's plugin takes short ones only. Joined, without blanks at the ends, they say the whole.
 */
export function sentencesOf(text: string, most: number): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；]*/g) ?? []
  return sentences.flatMap((sentence) => cut(sentence.trim(), most)).filter((piece) => piece !== '')
}

function cut(sentence: string, most: number): string[] {
  if (sentence.length <= most) return [sentence]
  const comma = Math.max(sentence.lastIndexOf('，', most - 1), sentence.lastIndexOf('、', most - 1))
  const end = comma > 0 ? comma + 1 : most
  return [sentence.slice(0, end), ...cut(sentence.slice(end), most)]
}
