import type { Town } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form, Select } from '#ui/form.tsx'
import type { Notice } from '../db/notices.ts'
import { type Side, type Subject, sides, subjects } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing.tsx'
import { NoticeCard } from './notice-card.tsx'

/** What the board is narrowed to. */
export interface Wish {
  centre: string
  side: Side | ''
  subject: Subject | ''
}

type Props = {
  readonly lang: Language
  readonly notices: readonly Notice[]
  readonly towns: readonly Town[]
  readonly wish: Wish
}

/** The board: what is asked and offered, newest first, and the two ways to write on it. */
export const BoardPage = ({ lang, notices, towns, wish }: Props) => {
  const t = words(lang)
  const here = wish.centre ? `&centre=${wish.centre}` : ''
  return (
    <>
      <h1>{t('board')}</h1>
      <p class="lead">{t('boardLead')}</p>
      <p class="row">
        <LinkButton href={`/board/new?side=ask${here}`} icon="helper">
          {t('askForHelp')}
        </LinkButton>
        <LinkButton href={`/board/new?side=offer${here}`} icon="plus">
          {t('offerHelp')}
        </LinkButton>
      </p>
      <p>
        <a href="/board/know-how">{t('knowHow')}</a>
      </p>
      <Form action="/board" method="get" class="ask">
        <Select
          name="centre"
          label={t('centre')}
          value={wish.centre}
          options={[
            { value: '', label: t('anyCentre') },
            ...towns.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Select
          name="side"
          label={t('which')}
          value={wish.side}
          options={[
            { value: '', label: t('both') },
            ...sides.map((side) => ({ value: side, label: t(side === 'ask' ? 'asks' : 'offers') })),
          ]}
        />
        <Select
          name="subject"
          label={t('about')}
          value={wish.subject}
          options={[
            { value: '', label: t('anySubject') },
            ...subjects.map((subject) => ({ value: subject, label: t(`subject.${subject}`) })),
          ]}
        />
        <Button alt>{t('filter')}</Button>
      </Form>
      {notices.length === 0 ? (
        <Empty title={t('noneTitle')}>
          <p>{t('noneLead')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('count', { count: notices.length })}</p>
          <div class="tickets">
            {notices.map((notice) => (
              <NoticeCard key={notice.id} lang={lang} notice={notice} href={`/board/${notice.id}`} />
            ))}
          </div>
        </>
      )}
    </>
  )
}

/** « What residents know »: offers, subject by subject, each with its drawing. */
export const KnowHowPage = ({
  lang,
  notices,
}: {
  readonly lang: Language
  readonly notices: readonly Notice[]
}) => {
  const t = words(lang)
  const known = subjects.flatMap((subject) => notices.filter((notice) => notice.subject === subject))
  return (
    <>
      <h1>{t('knowHow')}</h1>
      <p class="lead">{t('knowHowLead')}</p>
      {known.length === 0 && <p>{t('knowHowNone')}</p>}
      <ul class="needs">
        {known.map((notice) => (
          <li key={notice.id}>
            <a href={`/board/${notice.id}`}>
              <Drawing subject={notice.subject} />
              <span>
                <small>
                  {t(`subject.${notice.subject}`)} · <bdi class="nb">{notice.centre.name}</bdi>
                </small>
                <br />
                <span lang={notice.writtenIn === lang ? undefined : notice.writtenIn} dir="auto">
                  {notice.sentence}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p class="row">
        <LinkButton href="/board/new?side=offer" icon="plus">
          {t('offerHelp')}
        </LinkButton>
        <LinkButton alt href="/board">
          {t('seeAll')}
        </LinkButton>
      </p>
    </>
  )
}
