/**
 * A text in pieces of at most `most` characters (code points, as WeChat counts them), each beginning with the last `overlap` characters of the
 * one before, so that a word that a check looks for is whole in one of them. Empty text: no pieces.
 */
export function textPieces(text: string, most: number, overlap: number): string[] {
  const characters = [...text]
  const pieces: string[] = []
  for (let start = 0; start < characters.length; start += most - overlap) {
    pieces.push(characters.slice(start, start + most).join(''))
    if (start + most >= characters.length) break
  }
  return pieces
}
