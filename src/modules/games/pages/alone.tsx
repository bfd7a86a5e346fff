import type { Town } from '#modules/network/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import type { Answer } from '../domain/answer.ts'
import type { Item, Pack } from '../domain/pack.ts'
import { type PartOfPack, selectionOf } from '../domain/selection.ts'
import { type Word, words } from '../words.ts'
import { AnswerSaid } from './answer-said.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemTeach, ItemVerdict } from './item-teach.tsx'
import { Pictogram, Said, tongueOf } from './said.tsx'

/** Where somebody is in a game played alone: it is all in the address. */
export interface Playing {
  lang: Language
  pack: Pack
  part: PartOfPack
  easy: boolean
}

const address = ({ pack, part, easy }: Playing, at: number | 'end' | null) => {
  const query = new URLSearchParams({
    ...(part !== 'all' && { part }),
    ...(easy && { easy: '1' }),
  }).toString()
  return `/games/${pack.id}${at === null ? '' : `/${at}`}${query && `?${query}`}`
}

/** Offers the other way of saying French, when the pack has it. */
const EasyLink = ({ playing, at }: { readonly playing: Playing; readonly at: number | 'end' | null }) =>
  playing.lang === 'fr' && playing.pack.languages.includes('easy') ? (
    <p>
      <a href={address({ ...playing, easy: !playing.easy }, at)}>
        {words('fr')(playing.easy ? 'easyOff' : 'easyOn')}
      </a>
    </p>
  ) : null

/** What a game is, before one begins. */
export const PackPage = ({ playing }: { readonly playing: Playing }) => {
  const { lang, pack, easy } = playing
  const t = words(lang)
  const reading = { lang, tongue: tongueOf(lang, easy) }
  const short = selectionOf(pack, 'few').length
  return (
    <>
      <h1>
        <Pictogram name={pack.icon} /> <Said text={pack.title} {...reading} />
      </h1>
      <p class="lead">
        <Said text={pack.about} {...reading} />
      </p>
      <p class="row">
        {short < pack.items.length && (
          <LinkButton href={address({ ...playing, part: 'few' }, 1)}>
            {t('begin')} · {t('questionsCount', { count: short })}
          </LinkButton>
        )}
        <LinkButton href={address({ ...playing, part: 'all' }, 1)} alt={short < pack.items.length}>
          {t('begin')} · {t('questionsCount', { count: pack.items.length })}
        </LinkButton>
      </p>
      <EasyLink playing={playing} at={null} />
      <p class="hint">
        {t('madeBy', { author: pack.author, licence: pack.licence })}{' '}
        {pack.reviewer
          ? t('reviewed', {
              name: pack.reviewer.name,
              day: sayDate(lang, Temporal.PlainDate.from(pack.reviewer.on).toZonedDateTime('UTC')),
            })
          : t('notReviewed')}
      </p>
      <p>
        <a href={`/games/${pack.id}.yaml`}>{t('download')}</a>
      </p>
      <p>
        <a href={easy ? '/games?easy=1' : '/games'}>{t('otherGames')}</a>
      </p>
    </>
  )
}

/** What to say to somebody whose answer could not be read. */
export function whyNotRead(item: Item, lang: Language): string {
  const t = words(lang)
  switch (item.kind) {
    case 'order':
      return t('pickOrder')
    case 'estimate':
      return t('pickNumber', { low: item.low, high: item.high })
    case 'budget':
      return t('pickBudget', { total: item.total })
    case 'passphrase':
      return t('pickPhrase')
    default:
      return t('pickOne')
  }
}

/** A question, alone. The address holds the answer, but for a passphrase, which is posted and never written. */
export const AskPage = ({
  playing,
  item,
  at,
  total,
  way,
  error,
}: {
  readonly playing: Playing
  readonly item: Item
  readonly at: number
  readonly total: number
  readonly way?: readonly string[]
  readonly error?: string | undefined
}) => {
  const { lang, easy, part } = playing
  const t = words(lang)
  const reading = { lang, tongue: tongueOf(lang, easy) }
  const secret = item.kind === 'passphrase'
  return (
    <>
      <p class="kind">{t('questionOf', { at, total })}</p>
      <h1 class="ask-title">
        <Said text={item.prompt} {...reading} />
      </h1>
      <ErrorSummary lang={lang} errors={error ? [{ message: error }] : []} />
      <Form
        action={address({ ...playing, easy: false, part: 'all' }, at)}
        method={secret ? 'post' : 'get'}
        class=""
      >
        {part !== 'all' && <input type="hidden" name="part" value={part} />}
        {easy && <input type="hidden" name="easy" value="1" />}
        <ItemForm item={item} way={way} {...reading} />
        <Button wide>{t('answer')}</Button>
      </Form>
      <p class="row">
        <a href={`${address(playing, at)}${address(playing, at).includes('?') ? '&' : '?'}see=1`}>
          {t('seeWhy')}
        </a>
        {at > 1 && <a href={address(playing, at - 1)}>{t('backQuestion')}</a>}
      </p>
      <EasyLink playing={playing} at={at} />
    </>
  )
}

/** The answer and why, then onwards. */
export const TeachPage = ({
  playing,
  item,
  at,
  total,
  answer,
}: {
  readonly playing: Playing
  readonly item: Item
  readonly at: number
  readonly total: number
  readonly answer: Answer | null
}) => {
  const { lang, easy } = playing
  const t = words(lang)
  const reading = { lang, tongue: tongueOf(lang, easy) }
  return (
    <>
      <p class="kind">{t('questionOf', { at, total })}</p>
      <h1 class="ask-title">
        <Said text={item.prompt} {...reading} />
      </h1>
      {answer && <ItemVerdict item={item} answer={answer} {...reading} />}
      {answer && !['story', 'passphrase', 'clues'].includes(item.kind) && (
        <div class="yours">
          <p class="kind">{t('answers')}</p>
          <AnswerSaid item={item} answer={answer} {...reading} />
        </div>
      )}
      {item.kind === 'story' && answer && <ItemForm item={item} answer={answer} {...reading} />}
      {item.kind === 'passphrase' && answer && 'number' in answer && (
        <p class="lead">{t(`strength.${answer.number}` as Word)}</p>
      )}
      <ItemTeach item={item} {...reading} />
      <p class="row">
        <LinkButton href={address(playing, at < total ? at + 1 : 'end')}>
          {t(at < total ? 'nextQuestion' : 'finish')}
        </LinkButton>
        <a href={address(playing, at)}>{t('again')}</a>
      </p>
      <EasyLink playing={playing} at={at} />
    </>
  )
}

/** The end: three gestures to keep, a person to talk to, and three questions later for those who say yes. */
export const EndPage = ({
  playing,
  towns,
  typed = {},
  errors = {},
}: {
  readonly playing: Playing
  readonly towns: readonly Town[]
  readonly typed?: Typed
  readonly errors?: FieldErrors
}) => {
  const { lang, pack, part, easy } = playing
  const t = words(lang)
  const reading = { lang, tongue: tongueOf(lang, easy) }
  const played = selectionOf(pack, part)
  const kept = played.filter((_, at) => at % Math.ceil(played.length / 3) === 0)
  return (
    <>
      <h1>{t('theEnd')}</h1>
      <h2>{t('keepThree')}</h2>
      <ul class="thread">
        {kept.map((item) => (
          <li key={item.id}>
            <Said text={item.gesture} {...reading} />
          </li>
        ))}
      </ul>
      <h2>{t('comeToCentre')}</h2>
      <p>
        <LinkButton href="/sessions">{t('findNear')}</LinkButton>
      </p>
      <Form action={`/games/${pack.id}/boosters`} title={t('boost')}>
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <p>{t('boostWhy')}</p>
        {easy && <input type="hidden" name="easy" value="1" />}
        <Field
          name="contact"
          label={t('boostContact')}
          hint={t('boostContactHint')}
          value={typedText(typed, 'contact')}
          error={errors.contact && t(errors.contact as Word)}
          autocomplete="tel"
          dir="ltr"
        />
        <Select
          name="centre"
          label={t('boostTown')}
          value={typedText(typed, 'centre')}
          error={errors.centre && t(errors.centre as Word)}
          options={[
            { value: '', label: t('boostTownChoose') },
            ...towns.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Button>{t('boostYes')}</Button>
      </Form>
      <p class="row">
        <a href={address(playing, 1)}>{t('again')}</a>
        <a href={easy ? '/games?easy=1' : '/games'}>{t('otherGames')}</a>
      </p>
    </>
  )
}
