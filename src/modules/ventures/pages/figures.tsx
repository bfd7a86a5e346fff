import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Wide } from '#ui/wide.tsx'
import type { FirmFigure } from '../read-firm-figures.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly firms: readonly FirmFigure[]
  /** Figures of clinics. */
  readonly children: ComponentChildren
}

/** Firms created and people hired, by town and by trade, where enough of them are there for nobody to be known. */
export const FiguresPage = ({ lang, firms, children }: Props) => {
  const t = words(lang)
  return (
    <>
      <div class="row">
        <h1>{t('figures')}</h1>
        <LinkButton href="/ventures/figures.csv" alt download>
          {t('csv')}
        </LinkButton>
        <LinkButton href="/ventures/shops" alt>
          {t('go.shops')}
        </LinkButton>
      </div>
      <p>{t('figuresWhy')}</p>
      <h2>{t('firms')}</h2>
      {firms.length === 0 ? (
        <p>{t('firmsNone')}</p>
      ) : (
        <Wide label={t('firms')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('townColumn')}</th>
                <th scope="col">{t('sectorColumn')}</th>
                <th scope="col">{t('firms')}</th>
                <th scope="col">{t('jobsColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {firms.map((figure) => (
                <tr key={`${figure.inseeCode}${figure.sector ?? ''}`}>
                  <th scope="row">
                    <bdi lang="fr">{figure.town}</bdi>
                  </th>
                  <td>{figure.sector ? t(`sector.${figure.sector}`) : t('all')}</td>
                  <td>{figure.firms ?? t('fewer')}</td>
                  <td>{figure.jobs ?? t('fewer')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {children}
    </>
  )
}
