import { describe, expect, it } from 'vitest'
import { iconNames, iconUrl } from '@/components/icon/icon.shared'
import { pictureNames, pictureUrl } from '@/components/picture/picture.shared'

describe('pictures of states', () => {
  it.each(pictureNames)('%s is a small drawing without script or anything from elsewhere', (name) => {
    const svg = decodeURIComponent(pictureUrl(name).slice('data:image/svg+xml,'.length))
    expect(svg.length).toBeLessThan(1024)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 160 120"/)
    expect(svg).not.toMatch(/<script|href|url\(|<image|<foreignObject/)
    // what is opened is closed
    expect(svg.match(/<(?!\/|svg)[a-z]+[^>]*[^/]>/g)).toBeNull()
    expect(svg.endsWith('</svg>')).toBe(true)
  })

  it('are addresses that CSS takes within quotes', () => {
    for (const name of pictureNames) expect(pictureUrl(name)).not.toMatch(/["'\s]/)
    for (const name of iconNames) expect(iconUrl(name, 'red')).toMatch(/^url\("[^"\s]+"\)$/)
  })
})
