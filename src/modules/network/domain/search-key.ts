const spelledOut: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
}

/**
 * A name as it is looked for: no accent, case, hyphen or apostrophe; « St » is « saint », « s/ » is « sur », and
 * « 11e arrondissement » or « 11ème » is « 11 ». Doing it twice changes nothing.
 */
export const searchKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/\bs\//g, 'sur ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => spelledOut[word] ?? word.replace(/^(\d{1,2})(er|e|eme|ieme|ere|nd|nde)$/, '$1'))
    .filter(
      (word, i, words) =>
        !(/^(arrondissement|arrdt|arr)$/.test(word) && /^\d{1,2}$/.test(words[i - 1] ?? '')),
    )
    .join(' ')
