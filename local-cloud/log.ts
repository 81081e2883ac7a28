/** Writes to stderr: stdout carries nothing but the ready line. LOG=debug shows more. */
const debugging = process.env.LOG === 'debug'

const write = (level: string, text: string) => process.stderr.write(`${level} ${text}\n`)

export const log = {
  debug: (text: string) => {
    if (debugging) write('debug', text)
  },
  info: (text: string) => write('info ', text),
  warn: (text: string) => write('warn ', text),
  error: (text: string) => write('error', text),
}

const said = new Set<string>()

/** Warns once per text, for what would otherwise be said with every request. */
export const warnOnce = (text: string) => {
  if (said.has(text)) return
  said.add(text)
  log.warn(text)
}
