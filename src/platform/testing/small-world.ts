import pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'
import type { MemberRole } from '#platform/work/index.ts'

/** Numbers of everything the small world holds. */
export interface SmallWorld {
  centres: { saintOuen: number; roubaix: number }
  places: { saintOuen: number; roubaix: number }
  spaces: { saintOuen: number; roubaix: number }
  activities: { scams: number; video: number }
  /** `scams`: Saint-Ouen, in three hours, 10 seats, hosted by Samira. `video`: Saint-Ouen, in 26 hours, 2 seats. */
  sessions: { scams: number; video: number; roubaix: number }
  members: { nadia: number; yanis: number; samira: number; claire: number; rox: number }
}

const words = (title: string) =>
  JSON.stringify({
    fr: { title, summary: `${title}, pas à pas.`, description: `${title}, ensemble.`, bring: 'Rien.' },
  })

/** Two centres, two activities, three sessions to come, one member of each role and a receptionist of Roubaix: the least a test needs. */
export async function seedSmallWorld(
  ownerUrl: string,
  seal: Seal,
  now: Temporal.Instant,
): Promise<SmallWorld> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const insert = async (table: string, row: Record<string, unknown>): Promise<number> => {
    const columns = Object.keys(row)
    const holes = columns.map((_, i) => `$${i + 1}`)
    const { rows } = await client.query(
      `insert into ${table} (${columns}) values (${holes}) returning *`,
      Object.values(row),
    )
    return Number((rows[0] as { id?: unknown } | undefined)?.id ?? 0)
  }
  const centre = (slug: string, name: string) =>
    insert('network.centres', { slug, name, time_zone: 'Europe/Paris', phone: '+33199002412' })
  const place = (
    centre_id: number,
    name: string,
    city: string,
    postal_code: string,
    insee_code: string,
    [latitude, longitude]: [number, number],
  ) =>
    insert('network.places', {
      centre_id,
      external_id: `test-${city}`,
      kind: 'site',
      name,
      address: '6 rue des Lilas',
      city,
      postal_code,
      insee_code,
      latitude,
      longitude,
      time_zone: 'Europe/Paris',
      step_free: true,
      search_key: city.toLowerCase(),
    })
  const space = (centre_id: number, place_id: number) =>
    insert('network.spaces', {
      centre_id,
      place_id,
      name: 'Salle des ateliers',
      kind: 'workshop',
      capacity: 12,
    })
  const activity = (slug: string, title: string, need: string) =>
    insert('programme.activities', {
      slug,
      theme: 'discovery',
      format: 'workshop',
      level: 'beginner',
      audience: 'everyone',
      needs: [need],
      minutes: 90,
      capacity: 10,
      texts: words(title),
    })
  const session = (
    centre_id: number,
    activity_id: number,
    place_id: number,
    space_id: number,
    hours: number,
    capacity: number,
  ) =>
    insert('programme.sessions', {
      centre_id,
      activity_id,
      place_id,
      space_id,
      capacity,
      starts_at: now.add({ hours }).toString(),
      ends_at: now.add({ hours, minutes: 90 }).toString(),
      created_at: now.toString(),
    })
  const member = (slug: string, name: string, role: MemberRole, centre_id: number | null, phone: string) =>
    insert('access.members', {
      slug,
      name,
      role,
      centre_id,
      contact_key: seal.fingerprint(`phone:${phone}`),
      phone_sealed: seal.close(phone),
      created_at: now.toString(),
    })
  try {
    const saintOuen = await centre('saint-ouen', 'Saint-Ouen')
    const roubaix = await centre('roubaix-centre', 'Roubaix')
    const places = {
      saintOuen: await place(
        saintOuen,
        'Le Lieu',
        'Saint-Ouen-sur-Seine',
        '93400',
        '93070',
        [48.9117, 2.3342],
      ),
      roubaix: await place(roubaix, 'La Manufacture', 'Roubaix', '59100', '59512', [50.6917, 3.1746]),
    }
    const spaces = {
      saintOuen: await space(saintOuen, places.saintOuen),
      roubaix: await space(roubaix, places.roubaix),
    }
    const activities = {
      scams: await activity('reconnaitre-un-message-piege', 'Reconnaître un message piège', 'scams'),
      video: await activity('appeler-en-video', 'Appeler en vidéo', 'video'),
    }
    const sessions = {
      scams: await session(saintOuen, activities.scams, places.saintOuen, spaces.saintOuen, 3, 10),
      video: await session(saintOuen, activities.video, places.saintOuen, spaces.saintOuen, 26, 2),
      roubaix: await session(roubaix, activities.scams, places.roubaix, spaces.roubaix, 27, 10),
    }
    const members = {
      nadia: await member('nadia', 'Nadia', 'coordinator', saintOuen, '+33639980002'),
      yanis: await member('yanis', 'Yanis', 'receptionist', saintOuen, '+33639980003'),
      samira: await member('samira', 'Samira', 'facilitator', saintOuen, '+33639980004'),
      claire: await member('claire', 'Claire', 'network-manager', null, '+33639980001'),
      rox: await member('rox', 'Rox', 'receptionist', roubaix, '+33639980099'),
    }
    await insert('programme.session_hosts', {
      session_id: sessions.scams,
      member_id: members.samira,
      centre_id: saintOuen,
    })
    return { centres: { saintOuen, roubaix }, places, spaces, activities, sessions, members }
  } finally {
    await client.end()
  }
}
