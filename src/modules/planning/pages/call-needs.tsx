import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { callWords } from '../call-words.ts'
import type { OpenNeed } from '../db/call-needs.ts'

/** How far ahead one looks, in days. */
export const horizons = [7, 14, 28, 60] as const

type Props = {
  readonly lang: Language
  readonly days: number
  readonly needs: readonly (OpenNeed & { asked: number })[]
  readonly said: string | null
}

/** Every session that lacks a host, the soonest first, and the button that asks for all of them. */
export const CallNeeds = ({ lang, days, needs, said }: Props) => {
  const t = callWords(lang)
  return (
    <>
      <h1>{t('needsTitle')}</h1>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <form class="ask noprint" method="get" action="/plan/calls">
        <Select
          name="days"
          label={t('needsDays')}
          value={String(days)}
          options={horizons.map((count) => ({ value: String(count), label: t('needsDay', { count }) }))}
        />
        <Button alt>{t('needsShow')}</Button>
      </form>
      {needs.length === 0 ? (
        <p>{t('needsNone')}</p>
      ) : (
        <>
          <form method="post" action="/plan/calls">
            <input type="hidden" name="days" value={days} />
            <Button icon="call">{t('needsAskAll')}</Button>
          </form>
          <ul class="wl">
            {needs.map((need) => (
              <li key={need.session}>
                <span>
                  <a href={`/plan/sessions/${need.session}/calls`}>
                    <b>{need.title[lang] ?? need.title.fr}</b>
                  </a>
                  <br />
                  {sayMoment(lang, need.start)} · <bdi>{need.placeName}</bdi>
                  {need.status === 'draft' && ` · ${t('draft')}`}
                </span>
                <span>
                  <span class="bad">{t('missing', { count: need.hosts })}</span>
                  <br />
                  <small>{t('needsState', { asked: need.asked })}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
