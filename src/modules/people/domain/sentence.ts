/** A way to reach somebody, written where none belongs. */
export type ContactIn = 'phone' | 'mail' | 'link'

/** One line, without the signs that hide or turn letters round. */
export const cleanSentence = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\u115f\u1160\u3164\uffa0]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The same sentence as a reader reads it: digits of every script, letters without their accents, lower case. */
export const plainSentence = (sentence: string): string =>
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

/**
 * The way to reach somebody a sentence holds, however it is spelled, or null: a phone, a mail, or an address of the web
 * with an invitation to go on there. Whoever publishes a sentence refuses it.
 */
export function contactIn(sentence: string): ContactIn | null {
  const read = plainSentence(sentence)
  if (phone.test(read)) return 'phone'
  if (mail.test(read)) return 'mail'
  return link.test(read) || elsewhere.test(read) ? 'link' : null
}
