import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { changesAsked, type ReportReason } from '../domain/vocabulary.ts'
import type { Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { Told } from './mine.tsx'
import { teamPictures } from './moderation.tsx'
import { Sheet, type Whole } from './sheet.tsx'

type Props = {
  readonly lang: Language
  readonly whole: Whole
  /** Who sent it; null when she has left it behind. */
  readonly who: { readonly name: string; readonly contact: string } | null
  readonly reports: readonly ReportReason[]
  readonly refused: Refusal | null
}

/** A project before the member who decides: all of it, what to look at, and her two answers. */
export const ReadingPage = ({ lang, whole, who, reports, refused }: Props) => {
  const t = words(lang)
  const { id, status, sendings } = whole.project
  const here = `/projects/moderation/${id}`
  return (
    <>
      <p>
        <a href="/projects/moderation">{t('moderation')}</a>
      </p>
      <Told lang={lang} said={null} refused={refused} />
      <div class="two">
        <div class="stack">
          <Sheet
            lang={lang}
            {...whole}
            under={{ pictures: teamPictures, files: '/projects/moderation/files' }}
          />
        </div>
        <section class="join stack" aria-labelledby="look">
          <h2 id="look">{t('toLookAt')}</h2>
          <ul class="stack">
            {(['face', 'contact', 'safety', 'clear'] as const).map((one) => (
              <li key={one}>
                <Icon name="ok" /> {t(`look.${one}`)}
              </li>
            ))}
          </ul>
          {who && (
            <p>
              {t('sentBy')} <bdi>{who.name}</bdi> <bdi dir="ltr">{who.contact}</bdi>
            </p>
          )}
          {reports.map((reason) => (
            <p key={reason} class="bad">
              <Icon name="warn" /> {t(`reason.${reason}`)}
            </p>
          ))}
          {status === 'waiting' && (
            <form method="post" action={`${here}/publications`}>
              <input type="hidden" name="sending" value={sendings} />
              <Button icon="ok">{t('publish')}</Button>
            </form>
          )}
          {reports.length > 0 && (
            <form method="post" action={`${here}/readings`}>
              <Button alt icon="ok">
                {t('keepUp')}
              </Button>
            </form>
          )}
          {(status === 'waiting' || status === 'published') && (
            <form class="stack" method="post" action={`${here}/changes`}>
              <input type="hidden" name="sending" value={sendings} />
              <Select
                name="sentence"
                label={t('askChange')}
                options={[
                  { value: '', label: t('changeChoose') },
                  ...changesAsked.map((code) => ({ value: code, label: t(`change.${code}`) })),
                ]}
              />
              <Button alt icon="no">
                {t('askChangeGo')}
              </Button>
            </form>
          )}
        </section>
      </div>
    </>
  )
}
