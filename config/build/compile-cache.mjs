// node compile-cache.mjs <file.js>: loads a CommonJS file and writes what V8 compiled while it did beside it, as <file.js>.cache
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

const [, , file] = process.argv
const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file })
const module = { exports: {} }
script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file))
writeFileSync(`${file}.cache`, script.createCachedData())
// the SDK may hold connections or timers open
process.exit()
