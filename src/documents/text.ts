export { type Text, textIn } from '../issues/text.js'
