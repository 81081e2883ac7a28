import { spawn } from 'node:child_process'
import { inRoot, root } from './paths.mjs'

/** What Taro says, without the colours and the hundreds of progress lines. */
function plain(said) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with one
  const lines = said.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').split('\n')
  const report = lines.findIndex((line) => line.includes('✖'))
  return lines.slice(report < 0 ? -40 : report).join('\n')
}

/** Builds the mini-program for 'weapp' or 'h5' by Taro, in a process of its own: its compilers do not share one. */
export function buildMiniProgram(type) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', CI: 'true', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
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
      if (code === 0 && !said.includes('✖')) resolve(`pages for ${type}`)
      else reject(new Error(`taro build --type ${type} failed:\n${plain(said)}`))
    })
  })
}
