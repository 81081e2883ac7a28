import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dist, inRoot, root } from './paths.mjs'

/** What Taro says, without the colours and the hundreds of progress lines. */
function plain(said) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with one
  const lines = said.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').split('\n')
  const report = lines.findIndex((line) => line.includes('✖'))
  return lines.slice(report < 0 ? -40 : report).join('\n')
}

function runTaro(type, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TARO_OUTPUT: output,
        CI: 'true',
        BROWSERSLIST_IGNORE_OLD_DATA: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const listen = (chunk) => {
      said += chunk
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    // webpack's errors do not always reach Taro's exit code; its report of them does
    child.on('close', (code) => {
      if (code === 0 && !said.includes('✖')) resolve()
      else reject(new Error(`taro build --type ${type} failed:\n${plain(said)}`))
    })
  })
}

/**
 * Builds the mini-program for 'weapp' or 'h5' by Taro, in a process of its own: its compilers do not share one. The new output
 * takes the place of the old one only when it is whole, so that a build that fails or is interrupted leaves the last one.
 */
export async function buildMiniProgram(type) {
  const [made, old, place] = [`.building/${type}`, `.building/${type}-old`, type].map((name) => path.join(dist, name))
  for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true })
  await runTaro(type, path.relative(root, made))
  // Taro's copy says miniprogramRoot "./"; the one at the top of the checkout is the one that counts
  rmSync(path.join(made, 'project.config.json'), { force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(made, place)
  rmSync(old, { recursive: true, force: true })
  return `pages for ${type}`
}
