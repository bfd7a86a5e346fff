// biome-ignore-all format: a table is read and compared line by line.
import type { Language } from '#platform/i18n/language.ts'

/**
 * The 21 competences of DigComp 3.0 (European Commission, Joint Research Centre, JRC144121, 2025, CC BY 4.0). The English
 * label is the published one, letter for letter. No official French or Arabic text exists: ours are working labels, shown
 * as unofficial. The Commission does not endorse them.
 */
export const digcomp = {
  '1.1': { en: 'Browsing, searching and filtering information', fr: 'Naviguer, rechercher et filtrer l’information', ar: 'التصفح والبحث عن المعلومات وفرزها' },
  '1.2': { en: 'Evaluating information', fr: 'Évaluer l’information', ar: 'تقييم المعلومات' },
  '1.3': { en: 'Managing information', fr: 'Gérer l’information', ar: 'تنظيم المعلومات وحفظها' },
  '2.1': { en: 'Interacting through and with digital technologies', fr: 'Interagir par et avec les technologies numériques', ar: 'التواصل عبر الأدوات الرقمية ومعها' },
  '2.2': { en: 'Sharing through digital technologies', fr: 'Partager au moyen des technologies numériques', ar: 'المشاركة عبر الأدوات الرقمية' },
  '2.3': { en: 'Engaging in citizenship through digital technologies', fr: 'Exercer sa citoyenneté avec le numérique', ar: 'ممارسة المواطنة عبر الأدوات الرقمية' },
  '2.4': { en: 'Collaborating through digital technologies', fr: 'Collaborer avec le numérique', ar: 'العمل مع الآخرين عبر الأدوات الرقمية' },
  '2.5': { en: 'Digital behaviour', fr: 'Comportement numérique', ar: 'السلوك الرقمي' },
  '2.6': { en: 'Managing digital identity', fr: 'Gérer son identité numérique', ar: 'إدارة الهوية الرقمية' },
  '3.1': { en: 'Developing digital content', fr: 'Créer des contenus numériques', ar: 'إنشاء محتوى رقمي' },
  '3.2': { en: 'Integrating and re-elaborating digital content', fr: 'Intégrer et retravailler des contenus', ar: 'دمج المحتوى وإعادة صياغته' },
  '3.3': { en: 'Copyright and licences', fr: 'Droit d’auteur et licences', ar: 'حقوق المؤلف والتراخيص' },
  '3.4': { en: 'Computational thinking and programming', fr: 'Pensée informatique et programmation', ar: 'التفكير الحاسوبي والبرمجة' },
  '4.1': { en: 'Protecting devices', fr: 'Protéger les équipements', ar: 'حماية الأجهزة' },
  '4.2': { en: 'Protecting personal data and privacy', fr: 'Protéger les données personnelles et la vie privée', ar: 'حماية البيانات الشخصية والخصوصية' },
  '4.3': { en: 'Supporting wellbeing', fr: 'Favoriser le bien-être', ar: 'دعم الراحة والصحة' },
  '4.4': { en: 'Environmental impacts of digital technologies', fr: 'Impacts environnementaux du numérique', ar: 'الآثار البيئية للأدوات الرقمية' },
  '5.1': { en: 'Identifying and solving technical problems', fr: 'Identifier et résoudre les problèmes techniques', ar: 'تحديد المشكلات التقنية وحلّها' },
  '5.2': { en: 'Identifying needs and digital technological responses', fr: 'Identifier les besoins et les réponses numériques', ar: 'تحديد الحاجات والحلول الرقمية' },
  '5.3': { en: 'Identifying creative solutions using digital technologies', fr: 'Identifier des solutions créatives', ar: 'إيجاد حلول مبتكرة بالأدوات الرقمية' },
  '5.4': { en: 'Identifying and addressing digital competence needs', fr: 'Identifier et combler ses besoins de compétences', ar: 'تحديد ما ينقصنا من مهارات وسدّه' },
} as const satisfies Record<string, Record<Language, string>>

/** The code of a competence: `4.1`. */
export type Competence = keyof typeof digcomp
export const competences = Object.keys(digcomp) as [Competence, ...Competence[]]
