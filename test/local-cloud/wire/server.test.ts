import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud

beforeAll(async () => {
  const web = mkdtempSync(path.join(tmpdir(), 'web-'))
  mkdirSync(path.join(web, 'js'))
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>app</title>')
  writeFileSync(path.join(web, 'js/app.0123abcd.js'), `// ${'x'.repeat(2000)}`)
  writeFileSync(path.join(web, 'plain.txt'), 'plain')
  writeFileSync(path.join(web, '../secret.txt'), 'secret')
  cloud = await startProbe({ env: { WEB_DIR: web } })
})
afterAll(() => cloud?.stop())

/** fetch sets Host by itself. */
const statusWithHost = (host: string, target: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${cloud.url}${target}`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('the address', () => {
  it('is 127.0.0.1 only, and answers to no other name', async () => {
    expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await statusWithHost('evil.example:80', '/local/personas')).toBe(403)
    expect(await statusWithHost('localhost:1', '/local/personas')).toBe(200)
  })

  it('refuses pages of other sites', async () => {
    const foreign = { origin: 'http://evil.example', 'content-type': 'text/plain' }
    expect((await cloud.post('/local/clock', { now: 5 }, foreign)).status).toBe(403)
    expect((await cloud.get('/local/outbox', foreign)).status).toBe(403)
    expect((await cloud.get('/local/outbox', { origin: cloud.url })).status).toBe(200)
  })

  it('gives and takes documents only with the header that says so', async () => {
    expect((await cloud.get('/local/documents?collection=plain')).status).toBe(403)
    expect((await cloud.post('/local/documents', { collection: 'plain', documents: [{ _id: 'k' }] })).status).toBe(403)
    const admin = { 'x-local-admin': '1' }
    expect((await cloud.get('/local/documents?collection=nope', admin)).status).toBe(400)
    expect(
      (await cloud.post('/local/documents', { collection: 'plain', documents: [{ _id: 'k', $x: 1 }] }, admin)).status,
    ).toBe(400)
    await cloud.put('plain', [{ _id: 'k', n: 1, at: { $date: '2026-01-01T00:00:00Z' } }])
    await cloud.put('plain', [{ _id: 'k', n: 2 }, { n: 3 }])
    expect(await cloud.all('plain')).toHaveLength(2)
  })

  it('knows no other paths under /local, and says so in JSON', async () => {
    for (const target of ['/local', '/local/nope', '/call', '/admin', '/local/login']) {
      const response = await cloud.get(target)
      expect(response.status, target).toBe(404)
      expect(await response.json()).toHaveProperty('error')
    }
  })
})

describe('the web app', () => {
  it('is served with a cache that never goes stale', async () => {
    const index = await cloud.get('/')
    expect(await index.text()).toContain('<title>app</title>')
    expect(index.headers.get('cache-control')).toBe('no-cache')
    const script = await cloud.get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip' })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toHaveLength(2003)
    expect((await cloud.get('/plain.txt')).headers.get('cache-control')).toBe('no-cache')
  })

  it('gets its own routes, and nothing outside its folder', async () => {
    expect(await (await cloud.get('/pages/home/index')).text()).toContain('<title>app</title>')
    expect((await cloud.get('/js/none.js')).status).toBe(404)
    for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/js/..%2f..%2fsecret.txt', '/%00']) {
      const response = await cloud.get(target)
      expect(await response.text(), target).not.toContain('secret')
    }
  })
})
