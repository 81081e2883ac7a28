export { intBelow, type Rng, seededRng } from './rng'
export { pick, shuffle } from './shuffle'
