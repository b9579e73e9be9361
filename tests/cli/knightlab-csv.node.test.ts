import { expect } from 'chai';
import { readTable } from '../../src/cli/convert/knightlab-csv.js';

const HEADER =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background';

describe('readTable', () => {
  it('reads every column that Knight Lab hands out', () => {
    const row = '1947,8,14,10:30,1948,1,2,11:00,then,A,B,https://a.example,C,D,E,F,,G,#fff';
    const { events } = readTable(`${HEADER}\r\n${row}\r\n`, 'f');
    expect(JSON.parse(JSON.stringify(events))).to.deep.equal([
      {
        place: 'row 2',
        values: {
          start_date: { year: '1947', month: '8', day: '14', time: '10:30' },
          end_date: { year: '1948', month: '1', day: '2', time: '11:00' },
          display_date: 'then',
          text: { headline: 'A', text: 'B' },
          media: { url: 'https://a.example', credit: 'C', caption: 'D', thumbnail: 'E', alt: 'F' },
          group: 'G',
          background: '#fff',
        },
      },
    ]);
  });

  const headlines = (text: string) =>
    readTable(text, 'f').events.map(({ values }) => (values['text'] as { headline: string }).headline);

  it('finds what separates the columns', () => {
    for (const by of [',', ';', '\t'])
      expect(headlines(`Year${by}"Headline"${by}Text\n1947${by}"a, b; c\td"${by}x\n`), by).to.deep.equal([
        'a, b; c\td',
      ]);
  });

  it('takes quotes and line breaks in cells, rows of any length, and headers in any case', () => {
    expect(headlines('HEADLINE , year\n"a ""b""\nc",1947\n\n,\nd\ne,1950,more\n')).to.deep.equal([
      'a "b"\nc',
      'd',
      'e',
    ]);
  });

  it('counts rows as a spreadsheet does, and keeps the title and the eras apart', () => {
    const { title, eras, events } = readTable(
      'Year,Headline,Type,Tag\n\n,T,Title,\n1950,E,era,\n1951,F,,x\n1952,G,slide,\n1953,H,title,',
      'f',
    );
    expect(title?.place).to.equal('row 3');
    expect(eras.map(({ place }) => place)).to.deep.equal(['row 4']);
    expect(events.map(({ place, values }) => [place, values['group'], values['type']])).to.deep.equal([
      ['row 5', 'x', undefined],
      ['row 6', undefined, 'slide'],
      ['row 7', undefined, undefined],
    ]);
  });

  it('keeps cells of columns that it does not know, to be told', () => {
    const { events } = readTable('Year,Headline,Constructor,__proto__\n1947,A,B,C,D', 'f');
    expect(Object.entries(events[0]?.values ?? {}).slice(2)).to.deep.equal([
      ['Constructor', 'B'],
      ['__proto__', 'C'],
      ['column 5', 'D'],
    ]);
  });
});
