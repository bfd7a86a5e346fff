// biome-ignore-all format: a table is read and compared line by line.
/** Partners of every centre of the demo: invented, like everybody in it. */
export const organisations = [
  { kind: 'company', name: 'Banque du Canal' },
  { kind: 'association', name: 'Les Voisins du numérique' },
  { kind: 'public-body', name: 'Médiathèque municipale' },
] as const

/** Who offers to host when the demo begins. Phones are from the range kept for fiction (06 39 98). */
export const applicants = [
  { centre: 'saint-ouen', name: 'Malika', phone: '+33639980701', skills: ['smartphone', 'paperwork'], languages: ['fr', 'ar'], weekly: ['2-morning', '2-afternoon', '4-morning'], from: null },
  { centre: 'saint-ouen', name: 'Étienne', phone: '+33639980702', skills: ['safety', 'internet', 'office'], languages: ['fr', 'en'], weekly: ['1-evening', '3-evening', '6-morning'], from: 'volunteer' },
  { centre: 'roubaix-centre', name: 'Odette', phone: '+33639980703', skills: ['photos'], languages: ['fr'], weekly: ['3-afternoon'], from: null },
  { centre: 'mamoudzou', name: 'Anziza', phone: '+33639980704', skills: ['smartphone', 'business'], languages: ['fr'], weekly: ['5-morning', '6-morning'], from: 'association' },
] as const
