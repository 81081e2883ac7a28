export { checkAnswer } from './check'
