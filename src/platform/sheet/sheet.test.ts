import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { readSheet, readUpload, writeCsv } from './index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a sheet is understood whatever its separator, its encoding and the case of its headings', async () => {
  const expected = {
    ok: true,
    value: {
      columns: ['titre', 'duree-minutes'],
      rows: [{ line: 2, cells: { titre: 'Été', 'duree-minutes': '90' } }],
    },
  }
  expect(await readSheet(bytesOf('Titre;Durée (minutes)\nÉté;90\n'), 'a.csv')).toEqual(expected)
  expect(await readSheet(bytesOf('﻿TITRE,durée_minutes\r\nÉté,90\r\n'), 'a.csv')).toEqual(expected)
  expect(await readSheet(bytesOf('titre\tduree minutes\n\n Été \t90'), 'a.txt')).toMatchObject({
    value: { rows: [{ cells: { titre: 'Été' } }] },
  })
  const ansi = Buffer.from('Titre;Durée minutes\nÉté;90\n', 'latin1')
  expect(await readSheet(ansi, 'a.csv')).toEqual(expected)
  const utf16 = Buffer.from('﻿Titre;Durée minutes\nÉté;90\n', 'utf16le')
  expect(await readSheet(utf16, 'a.csv')).toEqual(expected)
})

test('the line told is the one a person finds in her file, even below a text of several lines', async () => {
  const read = await readSheet(bytesOf('a;b\n"un\ndeux";2\n\nx;y\n'), 'a.csv')
  expect(read.ok && read.value.rows.map(({ line }) => line)).toEqual([2, 5])
})

test('what is no sheet is refused with a word, whatever the bytes', async () => {
  expect(await readSheet(new Uint8Array(), 'a.csv')).toMatchObject({ refusal: 'sheet-empty' })
  expect(await readSheet(bytesOf('Titre\n'), 'a.csv')).toMatchObject({ refusal: 'sheet-empty' })
  expect(await readSheet(bytesOf('PK nothing'), 'a.xlsx')).toMatchObject({ refusal: 'sheet-unreadable' })
  expect(await readSheet(bytesOf('old'), 'a.xls')).toMatchObject({ refusal: 'sheet-unreadable' })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, zip) => {
      const read = await readSheet(zip ? Buffer.concat([Buffer.from('PK'), bytes]) : bytes, 'a.csv')
      expect(typeof read.ok).toBe('boolean')
    }),
  )
})

test('what was written is read again, formulas disarmed', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', ' ', '\n', 'ع', '=') })
    .map((text) => `${text}x`.trim())
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
      const read = await readSheet(bytesOf(writeCsv(['a', 'b'], rows)), 'a.csv')
      expect(read.ok && read.value.rows.map(({ cells }) => [cells.a, cells.b])).toEqual(rows)
    }),
  )
  expect(writeCsv(['a'], [['=1+1']])).toContain("'=1+1")
})

test('a workbook is read, its dates and hours as they are seen', async () => {
  const book = workbook([
    ['Titre', 'Jour', 'Heure', 'Places'],
    ['Été', { date: 46301 }, { date: 10 / 24 }, 8],
  ])
  expect(await readSheet(book, 'a.xlsx')).toMatchObject({
    value: { rows: [{ line: 2, cells: { titre: 'Été', jour: '2026-10-06', heure: '10:00', places: '8' } }] },
  })
})

test('a small file that swells beyond measure is refused before it fills the memory, even when it lies', async () => {
  const swollen = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024) }, 100)
  expect(swollen.length).toBeLessThan(100_000)
  expect(await readSheet(swollen, 'a.xlsx')).toMatchObject({ refusal: 'sheet-unreadable' })
})

test('one file is taken from a form; none, an empty one and one too large are each refused by name', async () => {
  const app = new Hono<Env>().post('/', async (c) => {
    const upload = await readUpload(c, 'file', 10)
    return c.json(upload.ok ? { ...upload.value, bytes: upload.value.bytes.length } : upload)
  })
  const send = async (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return (await app.request('http://localhost/', { method: 'POST', body: form })).json()
  }
  const typed = { note: 'kept' }
  expect(await send({ ...typed, file: new File(['12345'], 'a.csv') })).toEqual({
    filename: 'a.csv',
    bytes: 5,
    typed,
  })
  for (const file of ['text', new File([], 'a.csv')])
    expect(await send({ ...typed, file })).toMatchObject({ refusal: 'file-missing' })
  expect(await send({ ...typed, file: new File(['12345678901'], 'a.csv') })).toEqual({
    ok: false,
    refusal: 'file-too-large',
    typed,
  })
  expect(await (await app.request('http://localhost/', { method: 'POST' })).json()).toMatchObject({
    refusal: 'file-missing',
  })
})

type Cell = string | number | { date: number }

/** The least a workbook needs to be one. */
function workbook(rows: Cell[][]): Buffer {
  const cell = (value: Cell, column: number, row: number) => {
    const at = `${String.fromCharCode(65 + column)}${row}`
    if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    return `<c r="${at}" s="${value.date < 1 ? 2 : 1}"><v>${value.date}</v></c>`
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows
      .map((cells, r) => `<row r="${r + 1}">${cells.map((value, i) => cell(value, i, r + 1)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  })
}

/** An archive; `said` is the unpacked size it claims when it lies. */
function zip(files: Record<string, string | Buffer>, said?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const middle = Buffer.alloc(26)
    middle.writeUInt16LE(20, 0)
    middle.writeUInt16LE(8, 4)
    middle.writeUInt32LE(packed.length, 14)
    middle.writeUInt32LE(said ?? raw.length, 18)
    middle.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), middle, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(2), middle, tail, Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}
