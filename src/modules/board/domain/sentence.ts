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

/** One line, without the signs that hide or turn letters round. */
export const cleanSentence = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\u115f\u1160\u3164\uffa0]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The same sentence as a reader reads it: digits of every script, letters without their accents, lower case. */
const plain = (sentence: string): string =>
  sentence
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toLowerCase()

const numberWords =
  'zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|one|two|three|four|five|seven|eight|nine|oh|صفر|واحد|اثنان|ثلاثة|اربعة|خمسة|ستة|سبعة|ثمانية|تسعة'

/** Seven digits or more with little between them, or five number words in a row: a phone, however it is spelled. */
const phone = new RegExp(
  String.raw`(?:\d[\s./()+\-_,]*){7,}|(?:(?:^|[^\p{L}])(?:${numberWords})(?=$|[^\p{L}])[\s,.\-]*){5,}`,
  'u',
)
const mail = /@|\barobase\b|\barobas\b|\[at\]|\(at\)|\bgmail\b|\bhotmail\b|\boutlook\b|\byahoo\b|\bwanadoo\b/u
/** An address of the web. */
const link =
  /https?:|www\.|\bwa\.me\b|\b[a-z0-9-]{2,}\.(?:fr|com|net|org|io|eu|info|me|app|re|yt|be|tv|shop)\b/u
/** An invitation to meet where nobody protects anybody. Asking for help with one of these places is no invitation. */
const elsewhere =
  /(?:\b(?:ecrivez|contactez|ajoutez|retrouvez|joignez|suivez|appelez|parle|parlons|add me|contact me|find me|message me|follow me|text me)\b|تواصل|راسل|اتصل).{0,40}(?:\b(?:whats ?app|instagram|insta|snapchat|snap|telegram|tiktok|facebook|messenger|linkedin|discord|signal)\b|واتساب|انستغرام|تلغرام|سناب)/u
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
  const read = plain(sentence)
  if (phone.test(read)) return 'sentence-phone'
  if (mail.test(read)) return 'sentence-mail'
  if (link.test(read) || elsewhere.test(read)) return 'sentence-link'
  if (money.test(read)) return 'sentence-money'
  if (address.test(read)) return 'sentence-address'
  return null
}
