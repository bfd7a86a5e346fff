import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Introduction } from '../db/introductions.ts'
import type { Moment } from '../db/moments.ts'
import type { Neighbour } from '../db/neighbours.ts'
import type { Notice } from '../db/notices.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { sayMomentOf } from '../say.ts'
import { words } from '../words.ts'
import { NoticeCard } from './notice-card.tsx'

/** An introduction as one of the two sees it: the other’s first name once a member said yes, and never before. */
export interface Meeting {
  introduction: Introduction
  notice: Notice
  /** First name of the other one; null before they are put in touch. */
  with: string | null
  moment: Moment | null
  /** Whether whoever looks is the one who answered. */
  answered: boolean
}

type Props = {
  readonly lang: Language
  /** `/board/me/…`, which is this page. */
  readonly address: string
  readonly neighbour: Neighbour
  readonly notices: readonly Notice[]
  readonly meetings: readonly Meeting[]
  readonly said: 'closed' | 'stopped' | 'done' | null
  readonly refused: Refusal | null
}

/** What somebody sees by her link: her notices, whom she meets, and the end of it all. */
export const MinePage = ({ lang, address, neighbour, notices, meetings, said, refused }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>
        <bdi>{t('hello', { name: neighbour.name })}</bdi>
      </h1>
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
      {meetings.length > 0 && <h2>{t('meetings')}</h2>}
      {meetings.map((meeting) => (
        <OneMeeting key={meeting.introduction.id} lang={lang} address={address} meeting={meeting} />
      ))}
      <h2>{t('mine')}</h2>
      {notices.length === 0 && <p>{t('mineNone')}</p>}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} lang={lang} notice={notice} heading="h3">
          <p>
            <b>{t(`status.${notice.status}`)}</b>
          </p>
          {notice.refusedFor && <p>{t(`refuse.${notice.refusedFor}`)}</p>}
          {(notice.status === 'waiting' || notice.status === 'published') && (
            <form method="post" action={`${address}/closures`}>
              <input type="hidden" name="notice" value={notice.id} />
              <Button alt icon="no">
                {t('takeDown')}
              </Button>
            </form>
          )}
        </NoticeCard>
      ))}
      <p>
        <LinkButton alt href="/board/new" icon="plus">
          {t('anotherOne')}
        </LinkButton>
      </p>
      <Form action={`${address}/erasures`} title={t('eraseTitle')}>
        <Choice
          name="sure"
          type="checkbox"
          label={t('eraseLead')}
          options={[{ value: 'yes', label: t('eraseSure') }]}
        />
        <p>
          <Button alt icon="no">
            {t('erase')}
          </Button>
        </p>
      </Form>
    </>
  )
}

const OneMeeting = ({
  lang,
  address,
  meeting: { introduction, notice, with: name, moment, answered },
}: {
  readonly lang: Language
  readonly address: string
  readonly meeting: Meeting
}) => {
  const t = words(lang)
  const { id, status } = introduction
  return (
    <NoticeCard lang={lang} notice={notice} heading="h3">
      {name !== null && (
        <p>
          <b>
            <bdi>{t('with', { name })}</bdi>
          </b>
        </p>
      )}
      <p>
        {status === 'introduced'
          ? moment
            ? t('meetAt', { moment: sayMomentOf(lang, moment) })
            : t('meetCall')
          : t(`intro.${status}`)}
      </p>
      {(status === 'introduced' || (status === 'proposed' && answered)) && (
        <form class="row" method="post" action={`${address}/ends`}>
          <input type="hidden" name="introduction" value={id} />
          {status === 'introduced' && (
            <Button icon="ok" name="end" value="done">
              {t('markDone')}
            </Button>
          )}
          <Button alt icon="no" name="end" value="stopped">
            {t('stopIt')}
          </Button>
        </form>
      )}
    </NoticeCard>
  )
}

/** A link that opens nothing. */
export const LinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownLead')}</p>
      <p>
        <LinkButton alt href="/board">
          {t('backToBoard')}
        </LinkButton>
      </p>
    </>
  )
}
