/** Seconds that an MP4 or M4A file plays, as its movie header says (ISO/IEC 14496-12, 8.2.2); null when it has none. */
export function playingSeconds(file: Buffer): number | null {
  const at = file.indexOf('mvhd', 0, 'latin1')
  if (at < 0) return null
  const wide = file[at + 4] === 1
  const scale = file.readUInt32BE(at + (wide ? 24 : 16))
  const length = wide ? Number(file.readBigUInt64BE(at + 28)) : file.readUInt32BE(at + 20)
  return length / scale
}

/** Whether the header stands before the sound, so that playing begins before all of it has arrived. */
export const playsAtOnce = (file: Buffer): boolean =>
  file.indexOf('moov', 0, 'latin1') < file.indexOf('mdat', 0, 'latin1')
