/** The country whose numbering plan a place uses, from its postal code: overseas numbers are other countries' numbers. */
const overseas: Record<string, string> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
}

export const countryOf = (postalCode: string) => overseas[postalCode.slice(0, 3)] ?? 'FR'
