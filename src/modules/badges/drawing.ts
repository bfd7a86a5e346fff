import { drawingOf } from '#ui/sprite.ts'
import { type Achievement, achievements } from './domain/achievements.ts'

const ink = '#1d1a2b'
const saffron = '#f5b324'

// One repeat of each weave, as on paper: threads across, threads down, where the warp floats, where the weft does.
const weaves = {
  discovery: ['#c9501c', 2, 2, 'M4 0V8M12 8V16', 'M8 4H16M0 12H8'],
  learning: [
    '#1f6f8f',
    4,
    4,
    'M4 0V16M12 8V24M20 16V32M28 0V8M28 24V32',
    'M8 4H24M16 12H32M0 20H8M24 20H32M0 28H16',
  ],
  training: ['#5d7426', 4, 4, 'M4 0V16M12 0V16M20 16V32M28 16V32', 'M16 4H32M16 12H32M0 20H16M0 28H16'],
  entrepreneurship: [
    '#a3325f',
    4,
    8,
    'M4 0V8M4 24V32M4 40V56M12 0V16M12 32V48M20 8V24M20 32V40M20 56V64M28 16V32M28 48V64',
    'M16 4H32M0 12H8M24 12H32M0 20H16M8 28H24M0 36H8M24 36H32M16 44H32M8 52H24M0 60H16',
  ],
} as const

/** Hours badges are told apart by knots: one for the first, four for the last. */
const hourBadges = achievements.filter(({ hours }) => hours !== undefined)

/** A badge as a picture: a cloth in the weave of its theme, a round of paper tied on it, what it is about drawn in ink. */
export function drawBadge(achievement: Achievement, title: string): string {
  const [warp, across, down, warpThreads, weftThreads] = weaves[achievement.theme]
  const knots = hourBadges.indexOf(achievement) + 1
  const inside = drawingOf(achievement.drawing)
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
  const tails = 'M51 96h36v86H51zM113 96h36v86h-36z'
  const fringe = [55, 62, 69, 76, 83, 117, 124, 131, 138, 145].map((x) => `M${x} 182V197`).join('')
  const tied = Array.from({ length: knots }, (_, i) => {
    const x = 100 + (i - (knots - 1) / 2) * 18
    return `<circle cx="${x}" cy="115" r="6.5" fill="${saffron}" stroke="${ink}" stroke-width="3"/>`
  }).join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img" aria-labelledby="t"><title id="t">${escapeXml(title)}</title>`,
    `<defs><pattern id="w" width="${across * 8}" height="${down * 8}" patternUnits="userSpaceOnUse" patternTransform="scale(.75)">`,
    `<path d="${warpThreads}" stroke="${warp}" stroke-width="6.4"/><path d="${weftThreads}" stroke="${saffron}" stroke-width="6.4"/></pattern></defs>`,
    `<path d="${tails}" fill="#fffdf7"/><path d="${tails}" fill="url(#w)"/><path d="${fringe}" stroke="${warp}" stroke-width="3"/>`,
    `<circle cx="100" cy="83" r="80" fill="#fffdf7"/><circle cx="100" cy="83" r="80" fill="url(#w)" stroke="${ink}" stroke-width="4"/>`,
    `<circle cx="100" cy="83" r="57" fill="#fffdf7" stroke="${ink}" stroke-width="4"/>`,
    `<circle cx="100" cy="83" r="50.5" fill="none" stroke="${saffron}" stroke-width="5"/>`,
    `<g transform="translate(${knots ? '71.2 44' : '66.4 49.4'}) scale(${knots ? 2.4 : 2.8})" fill="none" stroke="${ink}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${inside}</g>`,
    `${tied}</svg>`,
  ].join('')
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
