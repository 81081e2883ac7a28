/** Size class of a number by its length, so that three stand side by side: up to 5 characters large, up to 7 medium, else small. */
export function numberSize(text: string): 'l' | 'm' | 's' {
  return text.length <= 5 ? 'l' : text.length <= 7 ? 'm' : 's'
}
