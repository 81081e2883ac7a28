interface NoteStates {
  text: string
  dirty: boolean
  sending: boolean
  waiting: boolean
  stored: boolean
}

/** Where a note is, in words. */
export function noteState({ text, dirty, sending, waiting, stored }: NoteStates): string {
  if (sending) return '正在保存'
  if (!stored && waiting) return '手机存储满了，请先别关小程序，连上网就保存'
  if (!stored) return '手机存储满了，请先别关，点“保存”'
  if (waiting) return '已存在手机里，联网后自动保存'
  if (dirty) return '已存在手机里'
  return text === '' ? '边学边记，一字不丢' : '已保存'
}
