// Makes the sound and the film of the lessons from narration.json, and writes their length and captions into the lessons.
// Not part of the build: the files that it makes are committed. Run it after a change of narration.json:
//   apt-get install espeak-ng ffmpeg chromium fonts-noto-cjk
//   node content/media/make.mjs && npx biome format --write content/lessons
// The voice is synthetic. It reads pinyin, because the synthesiser's own dictionary of Chinese characters reads tone numbers aloud.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'

const content = path.join(import.meta.dirname, '..')
const work = mkdtempSync(path.join(tmpdir(), 'media-'))
const RATE = 22050
const PAUSE = 0.7
const FADE = 0.8
const BYTES = { m4a: 400_000, mp4: 900_000 }

const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
const silence = (seconds) => Buffer.alloc(Math.round(seconds * RATE) * 2)

/** 16-bit mono samples of a sentence. */
function speak(pinyin) {
  const file = path.join(work, 'line.wav')
  run('espeak-ng', ['-v', 'cmn-latn-pinyin', '-s', '150', '-p', '42', '-g', '2', '-w', file, pinyin])
  const args = ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(RATE), '-f', 's16le', '-']
  return run('ffmpeg', args)
}

/** All sentences with pauses between them, and the second at which each begins. */
function narrate(lines) {
  const parts = [silence(0.3)]
  const captions = lines.map(({ text, pinyin }) => {
    const at = Math.floor((Buffer.concat(parts).length / 2 / RATE) * 10) / 10
    parts.push(speak(pinyin), silence(PAUSE))
    return { at, text }
  })
  const samples = Buffer.concat(parts)
  const file = path.join(work, 'all.pcm')
  writeFileSync(file, samples)
  return {
    captions,
    length: samples.length / 2 / RATE,
    sound: ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', file],
  }
}

/** The pictures in the order in which they are shown, each with the second at which it appears. */
function scenes(lines, captions) {
  return lines.flatMap(({ picture }, index) =>
    picture === lines[index - 1]?.picture ? [] : [{ picture, at: index === 0 ? 0 : (captions[index]?.at ?? 0) - FADE }],
  )
}

async function photograph(names) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } })
  for (const name of names) {
    const svg = readFileSync(path.join(content, 'pictures', name)).toString('base64')
    const fill = 'position:fixed;inset:0;width:100%;height:100%'
    await page.setContent(`<img style="${fill}" src="data:image/svg+xml;base64,${svg}">`)
    await page.screenshot({ path: path.join(work, `${name}.png`) })
  }
  await browser.close()
}

/** ffmpeg's inputs and filter for stills that fade into each other. */
function film(shown, length) {
  const inputs = shown.flatMap(({ picture, at }, index) => {
    const until = shown[index + 1]?.at ?? length
    return ['-loop', '1', '-framerate', '12', '-t', String(until - at + FADE), '-i', path.join(work, `${picture}.png`)]
  })
  const fades = shown.slice(1).map(({ at }, index) => {
    const [from, to] = [index === 0 ? '[1:v]' : `[v${index}]`, `[${index + 2}:v]`]
    return `${from}${to}xfade=transition=fade:duration=${FADE}:offset=${at}[v${index + 1}]`
  })
  return { inputs, filter: [...fades, `[v${shown.length - 1}]format=yuv420p[v]`].join(';') }
}

for (const { file, lesson, lines } of JSON.parse(readFileSync(path.join(content, 'media/narration.json'), 'utf8'))) {
  const { captions, length, sound } = narrate(lines)
  const target = path.join(content, 'media', file)
  // The same volume everywhere, no hiss, and no file that differs only by the day on which it was made.
  const heard = ['-af', 'lowpass=7500,loudnorm=I=-17:TP=-3', '-ar', String(RATE)]
  const tail = [...heard, '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '24k', '-map_metadata', '-1']
  const out = [...tail, '-fflags', '+bitexact', '-movflags', '+faststart', '-y', target]
  if (file.endsWith('.mp4')) {
    const shown = scenes(lines, captions)
    await photograph(new Set(shown.map((one) => one.picture)))
    const { inputs, filter } = film(shown, length)
    const video = ['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'slow', '-crf', '26', '-g', '120']
    const maps = ['-filter_complex', filter, '-map', '[v]', '-map', '0:a', '-t', String(length)]
    run('ffmpeg', ['-v', 'error', ...sound, ...inputs, ...maps, ...video, ...out])
  } else run('ffmpeg', ['-v', 'error', ...sound, ...out])
  const bytes = statSync(target).size
  if (bytes > BYTES[file.slice(-3)]) throw new Error(`${file} has ${bytes} bytes`)
  const lessonFile = path.join(content, 'lessons', `${lesson}.json`)
  const whole = JSON.parse(readFileSync(lessonFile, 'utf8'))
  const block = whole.blocks.find((one) => one.file === file)
  Object.assign(block, { seconds: Math.ceil(length), captions })
  writeFileSync(lessonFile, `${JSON.stringify(whole, null, 2)}\n`)
  console.log(file, bytes, 'bytes', Math.ceil(length), 'seconds')
}
rmSync(work, { recursive: true })
