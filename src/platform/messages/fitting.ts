import { SegmentedMessage } from 'sms-segments-calculator'

/**
 * How many SMS segments a text takes (3GPP TS 23.038): 160 signs of the GSM-7 alphabet in one, 153 in each of several;
 * 70 and 67 as soon as one sign is outside it (ç, ê, ’, Arabic).
 */
export const segmentsOf = (text: string): number => new SegmentedMessage(text).segmentsCount

/** The first of the texts, richest first, that fits in that many segments; the last one when none does. */
export function fitting(variants: readonly [string, ...string[]], segments = 2): string {
  // A sign takes one place at least: counting a text that is longer than all places is time lost.
  return (
    variants.find((text) => text.length <= 160 * segments && segmentsOf(text) <= segments) ??
    (variants.at(-1) as string)
  )
}

/** A sentence with the signs of our typography said as well by the SMS alphabet: half as long to send. */
export const inSms = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/«\s?|\s?»|[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
