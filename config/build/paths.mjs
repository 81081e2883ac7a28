import path from 'node:path'

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..')
export const dist = path.join(root, 'dist')
export const inRoot = (...parts) => path.join(root, ...parts)
