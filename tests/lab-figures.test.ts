import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNetworkFigures } from '#modules/fablab/db/network-figures.ts'
import { type SmallLab, seedSmallLab } from '#modules/fablab/lab.fixture.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor, MemberRole } from '#platform/work/index.ts'
import { createApp } from '../src/app.tsx'

let there: TestHouse
let world: SmallWorld
let lab: SmallLab
let app: ReturnType<typeof createApp>
const tokenOf = (member: number) => `${'x'.repeat(40)}${String(member).padStart(3, '0')}`

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  lab = await seedSmallLab(there.owner, world)
  const { saintOuen, roubaix } = world.centres
  await there.owner.query(`update access.members set role = 'coordinator' where id = ${world.members.rox}`)
  for (const member of Object.values(world.members))
    await there.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(tokenOf(member)), member, there.now.toString(), there.now.add({ hours: 10 }).toString()],
    )
  // A busy lab in Saint-Ouen, a young one in Roubaix, and what is older than a year.
  await there.owner.query(`
    insert into fablab.hour_figures (centre_id, machine_kind, month, minutes, bookings, absences, groups, group_people) values
      (${saintOuen}, 'laser', '2026-11-01', 630, 9, 2, 1, 24), (${saintOuen}, 'sewing', '2026-10-01', 120, 2, 0, 0, 0),
      (${saintOuen}, 'sewing', '2025-11-01', 6000, 99, 9, 9, 99), (${roubaix}, 'laser', '2026-11-01', 60, 1, 0, 1, 7);
    insert into fablab.maker_figures (centre_id, month, makers) values
      (${saintOuen}, '2026-10-01', 12), (${saintOuen}, '2026-11-01', 23), (${roubaix}, '2026-11-01', 4);
    insert into fablab.induction_figures (centre_id, induction_id, month, given) values
      (${saintOuen}, ${lab.inductions.laser}, '2026-11-01', 31), (${roubaix}, ${lab.inductions.laser}, '2026-11-01', 3);
    alter table fablab.presences disable trigger guards;
    insert into fablab.presences (centre_id, people, came_at) values
      (${saintOuen}, 9, '2026-11-12T10:00:00Z'), (${saintOuen}, 9, '2026-11-13T10:00:00Z'), (${roubaix}, 5, '2026-11-12T10:00:00Z');
    alter table fablab.presences enable trigger guards;
    insert into fablab.materials (centre_id, name, kind, unit) values (${saintOuen}, 'Contreplaqué', 'material', 'sheet'), (${saintOuen}, 'Fil', 'material', 'g');
    insert into fablab.stock_moves (centre_id, material_id, kind, amount, noted_by, noted_at)
      select centre_id, id, move.kind, move.amount, ${world.members.nadia}, '2026-11-12T10:00:00Z'
      from fablab.materials cross join (values ('received', 500), ('used', 42)) move (kind, amount) order by move.kind;
    insert into projects.figures (centre_id, month, about, which, count) values
      (${saintOuen}, '2026-11-01', 'projects', '', 20), (${saintOuen}, '2026-11-01', 'with-machine', '', 14),
      (${saintOuen}, '2026-11-01', 'machine', 'laser', 12), (${saintOuen}, '2026-11-01', 'machine', 'sewing', 3),
      (${roubaix}, '2026-11-01', 'with-machine', '', 2), (${roubaix}, '2026-11-01', 'machine', 'laser', 2);`)
  app = createApp(there.house)
})
afterAll(() => there.close())

type Name = keyof SmallWorld['members']
const get = (who: Name, path: string) =>
  app.request(`http://localhost${path}`, {
    headers: { cookie: `maillage=${tokenOf(world.members[who])}`, 'accept-language': 'fr' },
  })
const text = async (who: Name, path: string) =>
  (await (await get(who, path)).text()).replace(/[\u00a0\u202f]/g, ' ')
/** The cells of each line of the last table, as somebody reads them. */
const lines = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  )

test('a coordinator reads hours, people, materials and what was made with her machines, on one page', async () => {
  const html = await text('nadia', '/fablab/figures')
  const read = lines(html)
  expect(read).toContainEqual(['Découpe laser, novembre 2026', '10,5', '9', '2'])
  expect(read).toContainEqual(['novembre 2026', '23', '18'])
  expect(read).toContainEqual(['Contreplaqué', '42 feuilles', '0 feuille'])
  expect(read).toContainEqual(['Une machine au moins', '14'])
  expect(read).toContainEqual(['Découpe laser', '12'])
  expect(html).not.toContain('6 000')
  const csv = await text('nadia', '/fablab/figures.csv')
  expect(csv).toContain('Une machine au moins')
  expect(csv).toMatch(/Découpe laser[,;]"?Réalisations montrées, avec une machine"?[,;]12/)
})

test('the network manager reads every lab in one table, without a name and without a small number of people', async () => {
  const html = await text('claire', '/fablab/figures')
  expect(lines(html).slice(1)).toEqual([
    ['Roubaix', '1', '1', 'moins de 11', 'moins de 11', 'moins de 11', 'moins de 11', '0', 'moins de 11'],
    ['Saint-Ouen', '12,5', '11', '23', '24', '18', '31', '42 feuilles et 42 g', '14'],
  ])
  expect(html).not.toMatch(/Nadia|Samira|Rox/)
  const csv = (await text('claire', '/fablab/figures.csv')).split(/\r?\n/)
  expect(csv[0]).toContain('Matières utilisées (feuilles)')
  expect(csv[1]?.split(/[,;]/)).toEqual([
    ...['Roubaix', '1', '1', '0', 'moins de 11', 'moins de 11', 'moins de 11', 'moins de 11'],
    ...['0', '0', '0', '0', '0', '0', 'moins de 11'],
  ])
  expect(csv[2]).toMatch(/^Saint-Ouen[,;]12.5[,;]11[,;]2[,;]23/)
})

test('a coordinator of Roubaix reads hers and no other; the reception reads none', async () => {
  const html = await text('rox', '/fablab/figures')
  expect(lines(html)).toContainEqual(['novembre 2026', '4', '5'])
  expect(html).not.toContain('10,5')
  expect(html).not.toContain('Contreplaqué')
  expect((await get('yanis', '/fablab/figures')).status).toBe(403)
  expect((await get('yanis', '/fablab/figures.csv')).status).toBe(403)
})

test('the database gives the figures of all labs to the network manager alone, and no small number even to her', async () => {
  const since = Temporal.PlainDate.from('2026-01-01')
  const asked = (actor: Actor) => there.house.inWork(actor, (work) => readNetworkFigures(work, since))
  const centre = world.centres.saintOuen
  const member = (role: MemberRole, of: number | null): Actor => ({
    kind: 'member',
    member: world.members.claire,
    role,
    centre: of,
    name: 'Claire',
  })
  const others: Actor[] = [
    { kind: 'visitor' },
    { kind: 'resident', centre },
    { kind: 'key', key: 1, centre },
    { kind: 'system', centre },
    ...(['receptionist', 'facilitator', 'coordinator'] as const).map((role) => member(role, centre)),
  ]
  for (const actor of others) expect(await asked(actor), JSON.stringify(actor)).toEqual([])
  expect((await asked(member('network-manager', null)))[0]).toMatchObject({
    name: 'Roubaix',
    makers: null,
    groupPeople: null,
    came: null,
    given: null,
  })
})
