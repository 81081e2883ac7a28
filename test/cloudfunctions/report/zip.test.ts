import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32, zip } from '../../../cloudfunctions/report/docx/zip'

describe('the archive', () => {
  it('has the checksum of the standard', () => {
    // the check value of CRC-32 (ISO-HDLC) in the catalogue of parametrised CRC algorithms
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926)
    expect(crc32(Buffer.from(''))).toBe(0)
  })

  it('begins as a ZIP file and ends with the number of its entries', () => {
    const bytes = zip([
      { path: 'a.xml', data: '甲' },
      { path: 'b/c.xml', data: '' },
    ])
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(bytes.readUInt32LE(bytes.length - 22)).toBe(0x06054b50)
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe(2)
    // the checksum of 甲 in UTF-8 stands in its header
    expect(bytes.readUInt32LE(14)).toBe(crc32(Buffer.from('甲')))
  })

  it('gives back what was put in', () => {
    const entries = fc.uniqueArray(
      fc.record({ path: fc.stringMatching(/^[a-z]{1,8}\.xml$/), data: fc.string({ unit: 'binary' }) }),
      {
        selector: ({ path }) => path,
      },
    )
    fc.assert(
      fc.property(entries, (list) => {
        const back = Object.entries(unzipSync(zip(list))).map(([path, data]) => ({ path, data: strFromU8(data) }))
        expect(back).toEqual(list.map(({ path, data }) => ({ path, data })))
      }),
    )
  })
})
