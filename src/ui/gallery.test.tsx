import { brotliCompressSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { Chairs } from './chairs.tsx'
import { gallery } from './gallery.tsx'
import { Page, renderPage } from './page.tsx'
import { words } from './words.ts'

const names = Object.keys(gallery) as (keyof typeof gallery)[]
const html = (name: keyof typeof gallery, lang: Language) => {
  const Sample = gallery[name]
  return renderPage(<Sample lang={lang} />)
}
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length

describe.each(names)('on the %s page', (name) => {
  test.each(languageCodes)(
    'a person who reads %s finds one title, their direction, and no style the policy refuses',
    (lang) => {
      const page = html(name, lang)
      expect(page).toMatch(
        new RegExp(`^<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`),
      )
      expect(count(page, /<h1[ >]/g)).toBe(1)
      expect(count(page, /<main[ >]/g)).toBe(1)
      expect(page).not.toMatch(/ style=| on[a-z]+="|<script/)
      expect(page).not.toContain('undefined')
    },
  )
  test('only the drawings it uses are sent, each once', () => {
    const page = html(name, 'fr')
    const sent = [...page.matchAll(/<(?:symbol|pattern) id="(\w+)"/g)].map((m) => m[1])
    const used = new Set([...page.matchAll(/<use href="#(\w+)"|url\(#(\w+)\)/g)].map((m) => m[1] ?? m[2]))
    expect(sent.toSorted()).toEqual([...used].toSorted())
  })
  test('every id is there once, and every link inside the page leads to one', () => {
    const page = html(name, 'fr').replace(/<svg class="vh"[^]*?<\/svg>/, '')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target = ''] of page.matchAll(/<a [^>]*href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const [, list = ''] of page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of list.split(' ')) expect(ids).toContain(id)
  })
})

test('a first visit to ten sessions costs less than 14 kB in every language', () => {
  for (const lang of languageCodes)
    expect(brotliCompressSync(html('results', lang)).length).toBeLessThan(14_000)
})
test('a page with something to mend says so first, ties it to its field, and keeps what was typed', () => {
  const page = html('session', 'fr')
  expect(page).toContain('<title>Erreur\u00a0: ')
  expect(page).toMatch(/role="alert"[^]*<a href="#phone">/)
  expect(page).toMatch(
    /<input id="phone"[^>]*aria-invalid="true"[^>]*aria-describedby="phone-e phone-h"[^>]*value="06 39 98 12"/,
  )
})
test('the language links lead to the same page, and keep its question', () => {
  const page = html('results', 'fr')
  expect(page).toContain('href="/sessions?near=93400&amp;lang=ar" lang="ar"')
  expect(page).not.toContain('lang=fr"')
})
test('a hostile title stays a title', () => {
  const page = renderPage(
    <Page lang="fr" url="/?lang=fr&x=%22%3E" title="<script>$&</script><!--drawings-->" nonce="abc">
      <h1>{'<!--drawings--><img src=x onerror=alert(1)>'}</h1>
    </Page>,
  )
  expect(page).not.toMatch(/<script|<img/)
  expect(page).toContain('<style nonce="abc">')
  expect(page).toContain('<symbol id="mark"')
})
test('chairs are drawn up to 24 and only said above', () => {
  expect(renderToString(<Chairs lang="fr" free={4} capacity={10} />)).toContain('4 chaises libres sur 10')
  expect(renderToString(<Chairs lang="fr" free={1} capacity={24} />)).toContain('viewBox="0 0 228 35"')
  expect(renderToString(<Chairs lang="fr" free={0} capacity={25} />)).toBe(
    '<div class="sit"><p>Aucune chaise libre sur 25</p></div>',
  )
})
test('every language has every word of the frame', () => checkCatalogue(words))
