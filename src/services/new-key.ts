/** A key for one thing that is done, sent again with it: time and chance, 16 to 24 characters of a-z, 0-9 and a hyphen. */
export function newKey(): string {
  const chance = () => Math.random().toString(36).slice(2, 10).padEnd(7, '0')
  return `${Date.now().toString(36)}-${chance()}${chance()}`.slice(0, 40)
}
