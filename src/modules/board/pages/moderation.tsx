import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Moment } from '../db/moments.ts'
import type { Notice } from '../db/notices.ts'
import { type ReportReason, refusedFor } from '../domain/vocabulary.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { sayMomentOf } from '../say.ts'
import { words } from '../words.ts'
import { NoticeCard } from './notice-card.tsx'

/** A notice as the team reads it: with who wrote it. */
export interface Read {
  notice: Notice
  name: string
  contact: string
  moment: Moment | null
  reports: readonly ReportReason[]
}

type Props = {
  readonly lang: Language
  readonly waiting: readonly Read[]
  readonly up: readonly Read[]
  /** The page to print for the wall. */
  readonly wall: string
  readonly mayPlan: boolean
  readonly said: 'published' | 'refused' | 'kept' | 'introduced' | 'ended' | null
  readonly refused: Refusal | null
}

/** What the team has to read: new notices, reported ones, offers that could become workshops. */
export const ModerationPage = ({ lang, waiting, up, wall, mayPlan, said, refused }: Props) => {
  const t = words(lang)
  const reported = up.filter(({ reports }) => reports.length > 0)
  const workshops = up.filter(({ notice }) => notice.workshopAsked)
  return (
    <>
      <div class="split">
        <h1>{t('moderation')}</h1>
        <p class="row">
          <LinkButton alt href="/board/matches" icon="helper">
            {t('matches')}
          </LinkButton>
          <LinkButton alt href={wall} icon="print">
            {t('wall')}
          </LinkButton>
          <LinkButton alt href="/board/figures">
            {t('toFigures')}
          </LinkButton>
        </p>
      </div>
      <p class="lead">{t('moderationLead')}</p>
      <Told lang={lang} said={said} refused={refused} />
      <h2>{t('waitingNow')}</h2>
      {waiting.length === 0 && <p>{t('nothingToRead')}</p>}
      <div class="tickets">
        {waiting.map((read) => (
          <OneToRead key={read.notice.id} lang={lang} read={read}>
            <form method="post" action={`/board/moderation/${read.notice.id}/publications`}>
              <Button icon="ok">{t('publish')}</Button>
            </form>
          </OneToRead>
        ))}
      </div>
      {reported.length > 0 && <h2>{t('reported')}</h2>}
      <div class="tickets">
        {reported.map((read) => (
          <OneToRead key={read.notice.id} lang={lang} read={read}>
            <form method="post" action={`/board/moderation/${read.notice.id}/readings`}>
              <Button alt icon="ok">
                {t('keepUp')}
              </Button>
            </form>
          </OneToRead>
        ))}
      </div>
      {mayPlan && workshops.length > 0 && <Workshops lang={lang} workshops={workshops} />}
      {up.length > 0 && <h2>{t('shownNow')}</h2>}
      <ul class="wl">
        {up.map(({ notice, name, moment }) => (
          <li key={notice.id}>
            <a href={`/board/${notice.id}`}>
              <bdi>{notice.sentence}</bdi>
            </a>
            <span>
              {t(notice.side)} · {t(`subject.${notice.subject}`)} · <bdi>{name}</bdi>
              {moment && <small>{t('askedFor', { moment: sayMomentOf(lang, moment) })}</small>}
            </span>
            {notice.side === 'ask' && (
              <form method="post" action={`/board/moderation/${notice.id}/ends`}>
                <Button alt icon="ok">
                  {t('helpedByTeam')}
                </Button>
              </form>
            )}
            {notice.side === 'offer' && !notice.workshopAsked && (
              <form method="post" action={`/board/moderation/${notice.id}/workshops`}>
                <Button alt icon="workshop">
                  {t('workshop')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was done, or what stood in the way. */
export const Told = ({ lang, said, refused }: Pick<Props, 'lang' | 'said' | 'refused'>) => {
  const t = words(lang)
  return (
    <>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {said && (
        <Note role="status">
          <p>{t(`said.${said}`)}</p>
        </Note>
      )}
    </>
  )
}

const OneToRead = ({
  lang,
  read: { notice, name, contact, moment, reports },
  children,
}: {
  readonly lang: Language
  readonly read: Read
  readonly children: ComponentChildren
}) => {
  const t = words(lang)
  return (
    <NoticeCard lang={lang} notice={notice} heading="h3">
      <p>
        <bdi>{name}</bdi> · <bdi dir="ltr">{contact}</bdi>
      </p>
      {moment && <p>{t('askedFor', { moment: sayMomentOf(lang, moment) })}</p>}
      {reports.map((reason) => (
        <p key={reason} class="bad">
          <Icon name="warn" /> {t(`reason.${reason}`)}
        </p>
      ))}
      {children}
      <form class="stack" method="post" action={`/board/moderation/${notice.id}/refusals`}>
        <Select
          name="sentence"
          id={`sentence-${notice.id}`}
          label={t('refuseWith')}
          options={[
            { value: '', label: t('refuseChoose') },
            ...refusedFor.map((code) => ({ value: code, label: t(`refuse.${code}`) })),
          ]}
        />
        <Button alt icon="no">
          {t('refuseGo')}
        </Button>
      </form>
    </NoticeCard>
  )
}

const Workshops = ({ lang, workshops }: { readonly lang: Language; readonly workshops: readonly Read[] }) => {
  const t = words(lang)
  return (
    <section class="stack" aria-labelledby="workshops">
      <h2 id="workshops">{t('workshops')}</h2>
      <p>{t('workshopsLead')}</p>
      <ul class="wl">
        {workshops.map(({ notice, name, contact }) => (
          <li key={notice.id}>
            <bdi>{notice.sentence}</bdi>
            <span>
              <bdi>{name}</bdi> · <bdi dir="ltr">{contact}</bdi>
            </span>
            <LinkButton alt href="/plan/new" icon="plus">
              {t('planIt')}
            </LinkButton>
            <form method="post" action={`/board/moderation/${notice.id}/workshops/seen`}>
              <Button alt icon="ok">
                {t('workshopSeen')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
