/** Whatever a file was saved with, it reads the same, or is refused with a sentence. */
import { markedBytes, utf8Bytes, wideBytes, windowsBytes } from './handed-over.fixture.ts';
import { largestFile, readTable, type Table } from './table.ts';

function table(bytes: Uint8Array): Table {
  const result = readTable(bytes);
  if (!result.readable) throw new Error(result.sentence);
  return result.table;
}

function refusal(bytes: Uint8Array): string {
  const result = readTable(bytes);
  return result.readable ? '' : result.sentence;
}

const text = 'Name;Room\nSiân O’Brien;4\n';

describe('encodings', () => {
  it.each([
    ['utf-8', utf8Bytes(text)],
    ['utf-8 with mark', markedBytes(text)],
    ['windows-1252', windowsBytes(text)],
    ['utf-16le', wideBytes(text, 'little', true)],
    ['utf-16be', wideBytes(text, 'big', true)],
    ['utf-16le', wideBytes(text, 'little', false)],
    ['utf-16be', wideBytes(text, 'big', false)],
  ])('a name with an accent survives %s', (encoding, bytes) => {
    expect(table(bytes)).toMatchObject({ encoding, delimiter: ';', rows: [{ cells: ['Name', 'Room'] }, { cells: ['Siân O’Brien', '4'] }] });
  });
});

describe('separators', () => {
  it.each([[','], [';'], ['\t'], ['|']])('cells parted by %j are told apart', (delimiter) => {
    const found = table(utf8Bytes([['Name', 'Room', 'Born'], ['Ann, Mrs; of "x"', '1', ''], ['B', '2', '']].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\n')));
    expect(found.delimiter).toBe(delimiter);
    expect(found.rows[1]?.cells[0]).toBe('Ann, Mrs; of "x"');
  });

  it('a first line that names the separator is obeyed and still counted', () => {
    expect(table(utf8Bytes('sep=;\na;b\n1,5;2,5')).rows).toEqual([{ line: 2, lastLine: 2, cells: ['a', 'b'] }, { line: 3, lastLine: 3, cells: ['1,5', '2,5'] }]);
  });
});

describe('lines', () => {
  it('a row is known by the line it begins on, whatever line ends and quoted breaks there are', () => {
    const found = table(utf8Bytes('a,b\r\n"one\r\ntwo",x\r\n\r\n,,\r\nlast,y'));
    expect(found.rows.map((row) => [row.line, row.lastLine, row.cells[0]])).toEqual([[1, 1, 'a'], [2, 3, 'one\ntwo'], [6, 6, 'last']]);
  });

  it('rows of unequal length and stray quotation marks inside a cell are kept', () => {
    expect(table(utf8Bytes('a,b,c\n1\n5" pipe,2,3,4')).rows.map((row) => row.cells)).toEqual([['a', 'b', 'c'], ['1'], ['5" pipe', '2', '3', '4']]);
  });
});

describe('what is no table', () => {
  it.each([
    ['an empty file', new Uint8Array(0), /empty/],
    ['blank lines', utf8Bytes('\n \n'), /blank lines/],
    ['only separators', utf8Bytes(',,,\n,,,\n'), /empty cells/],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /Save as.*CSV/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /Save as.*CSV/],
    ['a PDF', utf8Bytes('%PDF-1.7 …'), /PDF/],
    ['a file with zero bytes in it', utf8Bytes('Name,Room\nAnn\0,1\n'), /not text/],
    ['a file that is too large', new Uint8Array(largestFile + 1).fill(65), /5 MB/],
    ['a quotation mark that is never closed', utf8Bytes('a,b\n1,"two\n3,4\n'), /line 2/],
  ])('%s is refused with a sentence that says what to do', (_, bytes, sentence) => {
    expect(refusal(bytes)).toMatch(sentence);
    expect(refusal(bytes)).toMatch(/\.$/);
  });

  it('invisible control characters are left out, and that is said', () => {
    const found = table(utf8Bytes('Name,Room\nA\u0007nn\u200b,1\n'));
    expect(found.rows[1]?.cells).toEqual(['Ann', '1']);
    expect(found.notes).toHaveLength(1);
  });
});
