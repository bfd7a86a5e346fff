import type { ComponentChildren } from 'preact'
import { type Language, sayDate, sayLanguages } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Notice } from '../db/notices.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing.tsx'

/** « Demande · Photos · Saint-Ouen ». */
export const Kind = ({ lang, notice }: { readonly lang: Language; readonly notice: Notice }) => {
  const t = words(lang)
  return (
    <p class="kind">
      <Drawing subject={notice.subject} />
      <span>
        {t(notice.side)} · {t(`subject.${notice.subject}`)}
        {notice.machine && ` · ${t(`machine.${notice.machine}`)}`} · <bdi>{notice.centre.name}</bdi>
      </span>
    </p>
  )
}

/** Languages, half-days, place, until when. */
export const Facts = ({ lang, notice }: { readonly lang: Language; readonly notice: Notice }) => {
  const t = words(lang)
  return (
    <>
      <p>
        <Icon name="lang" /> {sayLanguages(lang, notice.languages)}
      </p>
      <p>
        <Icon name="clock" /> {notice.halfDays.map((half) => t(`half.${half}`)).join(', ')}
      </p>
      <p>
        <Icon name="pin" />{' '}
        {notice.place ? (
          <bdi>
            {notice.place.name}, {notice.place.city}
          </bdi>
        ) : (
          t('anywhere')
        )}
      </p>
      <p class="hint">{t('until', { day: sayDate(lang, notice.validUntil.toZonedDateTime('UTC')) })}</p>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly notice: Notice
  readonly heading?: 'h2' | 'h3' | undefined
  /** The whole card becomes the link of its sentence. */
  readonly href?: string | undefined
  readonly children?: ComponentChildren | undefined
}

/** A notice as it hangs on the board: what, in whose words, when; never who. */
export const NoticeCard = ({ lang, notice, heading: Heading = 'h2', href, children }: Props) => (
  <article class={`ticket ${notice.side === 'ask' ? 'discovery' : 'training'}`}>
    <div>
      <Kind lang={lang} notice={notice} />
      <Heading lang={notice.writtenIn === lang ? undefined : notice.writtenIn} dir="auto">
        {href ? <a href={href}>{notice.sentence}</a> : notice.sentence}
      </Heading>
      <Facts lang={lang} notice={notice} />
      {children}
    </div>
  </article>
)
