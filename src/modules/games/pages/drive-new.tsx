import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { usualItems } from '../domain/open-form.ts'
import { type Pack, say } from '../domain/pack.ts'
import { type LiveWord, liveWords } from '../live-words.ts'
import { words } from '../words.ts'

/** Choosing the pack: the first of two short pages. */
export const ChoosePack = ({
  lang,
  packs,
  session,
}: {
  readonly lang: Language
  readonly packs: readonly Pack[]
  readonly session: string
}) => {
  const t = liveWords(lang)
  return (
    <>
      <h1>{t('drive.new')}</h1>
      <Form action="/games/live/new" method="get" class="join">
        {session && <input type="hidden" name="session" value={session} />}
        <Choice
          name="pack"
          label={t('drive.pack')}
          hint={t('drive.packHint')}
          value={packs[0]?.id}
          options={packs.map(({ id, title, items }) => ({
            value: id,
            label: `${say(title, lang)} (${words(lang)('questionsCount', { count: items.length })})`,
          }))}
        />
        <Button onwards>{t('drive.choosePack')}</Button>
      </Form>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly pack: Pack
  readonly sessions: readonly { id: number; said: string }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

const listOf = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Which questions, with which rules: what most people want is ticked already. */
export const NewGame = ({ lang, pack, sessions, typed, errors }: Props) => {
  const t = liveWords(lang)
  const posted = typed.pack !== undefined
  const wrong = (field: string) => (errors[field] ? t(errors[field] as LiveWord) : undefined)
  const chosen = posted ? listOf(typed, 'items') : usualItems(pack.items).map(({ id }) => id)
  return (
    <>
      <h1>{t('drive.new')}</h1>
      <p class="lead">{say(pack.title, lang)}</p>
      <Form action="/games/live" class="join">
        <ErrorSummary
          lang={lang}
          errors={Object.keys(errors).map((field) => ({ field, message: wrong(field) ?? '' }))}
        />
        <input type="hidden" name="pack" value={pack.id} />
        <div class="items">
          <Choice
            name="items"
            type="checkbox"
            label={t('drive.items')}
            hint={t('drive.itemsHint')}
            error={wrong('items')}
            value={chosen}
            options={pack.items.map(({ id, prompt }) => ({ value: id, label: say(prompt, lang) }))}
          />
        </div>
        {sessions.length > 0 && (
          <Select
            name="session"
            label={t('drive.session')}
            error={wrong('session')}
            value={typedText(typed, 'session')}
            options={[
              { value: '', label: t('drive.sessionNone') },
              ...sessions.map(({ id, said }) => ({ value: String(id), label: said })),
            ]}
          />
        )}
        <Select
          name="names"
          label={t('drive.names')}
          value={typedText(typed, 'names')}
          options={[
            { value: 'first-name', label: t('drive.namesFirst') },
            { value: 'animal', label: t('drive.namesAnimal') },
          ]}
        />
        <Select
          name="teams"
          label={t('drive.teams')}
          value={typedText(typed, 'teams')}
          options={[
            { value: '', label: t('drive.teamsNone') },
            ...[2, 3, 4, 5, 6].map((count) => ({
              value: String(count),
              label: t('drive.teamsN', { count }),
            })),
          ]}
        />
        <Select
          name="timer"
          label={t('drive.timer')}
          value={typedText(typed, 'timer')}
          options={[
            { value: '', label: t('drive.timerNone') },
            ...[30, 60, 90, 120].map((seconds) => ({
              value: String(seconds),
              label: t('drive.timerN', { seconds }),
            })),
          ]}
        />
        <div class="items">
          <Choice
            name="wishes"
            type="checkbox"
            label={t('drive.more')}
            value={listOf(typed, 'wishes')}
            options={[
              { value: 'again', label: t('drive.again') },
              { value: 'podium', label: t('drive.podium') },
            ]}
          />
        </div>
        <Button wide onwards>
          {t('drive.open')}
        </Button>
      </Form>
    </>
  )
}
