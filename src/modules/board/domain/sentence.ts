import { contactIn, plainSentence } from '#modules/people/index.ts'
import { sentenceLength } from './vocabulary.ts'

/** Why a sentence is not pinned up. */
export type SentenceRefusal =
  | 'sentence-missing'
  | 'sentence-too-short'
  | 'sentence-too-long'
  | 'sentence-phone'
  | 'sentence-mail'
  | 'sentence-link'
  | 'sentence-money'
  | 'sentence-address'

const money =
  /[€$£]|\b\d+\s*(?:euros?|eur|balles|dollars?|dinars?|dirhams?)\b|\b(?:euros?|payer|payant|payante|paye|payee|remunere|remuneree|remuneration|tarif|tarifs|prix|salaire|pourboire|vendre|vends|a vendre|louer|pret d.argent|virement|paypal|lydia|bitcoin|crypto|paid|pay|salary|fee|fees|sell|selling|for sale)\b|يورو|دفع|مدفوع|اجرة|ثمن|سعر|بيع|للبيع/u
const address =
  /\b\d{1,4}\s*(?:bis|ter)?[\s,]+(?:rue|avenue|av|boulevard|bd|bld|impasse|allee|chemin|place|quai|street|road)\b|\b(?:batiment|bat|escalier|appartement|appt)\.?\s*(?:\d{1,4}|[a-h])\b|\b(?:digicode|interphone)\b/u

/**
 * Why a sentence cannot be pinned up, or null. It keeps everybody's phone, mail and door to themselves, and money out of
 * the board; a member reads each sentence all the same.
 */
export function refusalOf(sentence: string): SentenceRefusal | null {
  if (sentence === '') return 'sentence-missing'
  if (sentence.length < sentenceLength.least) return 'sentence-too-short'
  if (sentence.length > sentenceLength.most) return 'sentence-too-long'
  const contact = contactIn(sentence)
  if (contact) return `sentence-${contact}`
  const read = plainSentence(sentence)
  if (money.test(read)) return 'sentence-money'
  if (address.test(read)) return 'sentence-address'
  return null
}
