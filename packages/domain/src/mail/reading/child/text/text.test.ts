import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { gatherText, type TextPart } from './gather-text.ts';
import { htmlToText, withoutEntities } from './html-to-text.ts';
import { vietnameseShareOf } from './vietnamese-words.ts';

const LETTER = 'Kính gửi quý Sở, đề nghị hỗ trợ khắc phục hậu quả mưa lũ trên địa bàn.';
/** As a typist with VNI fonts wrote the same. */
const VNI = 'Kính göûi quyù Sôû, ñeà nghò hoã trôï khaéc phuïc haäu quaû möa luõ treân ñòa baøn.';
const bytesIn: Record<string, Buffer> = {
  'windows-1258': Buffer.from(iconv.encode(decomposed(LETTER), 'windows-1258')),
  tcvn3: Buffer.from(iconv.encode(LETTER, 'tcvn')),
  viscii: Buffer.from(iconv.encode(LETTER, 'viscii')),
  vni: Buffer.from(iconv.encode(VNI, 'windows-1252')),
};

/** windows-1258 has the letters and their tones apart. */
function decomposed(text: string): string {
  return [...text]
    .map((letter) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? '';
      return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
    })
    .join('');
}

describe('a body in bytes that nobody explains', () => {
  it.each(Object.keys(bytesIn))('is read in %s, and it is said that this was guessed', (encoding) => {
    const bytes = bytesIn[encoding] ?? Buffer.alloc(0);
    expect(decodeText(bytes, '', null)).toEqual({ text: LETTER, encoding, isGuessed: true });
    expect(decodeText(bytes, 'us-ascii', null).text).toBe(LETTER);
    expect(decodeText(bytes, 'utf-8', null).text).toBe(LETTER);
    expect(decodeText(bytes, 'x-nobody-knows', null).text).toBe(LETTER);
  });

  it.each(['tcvn3', 'vni', 'viscii'])('is not believed to be Latin, which programs declare for %s', (encoding) => {
    expect(decodeText(bytesIn[encoding] ?? Buffer.alloc(0), 'iso-8859-1', null)).toMatchObject({
      text: LETTER,
      isGuessed: true,
    });
  });

  it('is UTF-8 where it is that, whatever is declared, and also cut within a letter', () => {
    const utf8 = Buffer.from(LETTER);
    expect(decodeText(utf8, '', null)).toEqual({ text: LETTER, encoding: null, isGuessed: false });
    expect(decodeText(utf8, 'iso-8859-1', null)).toEqual({ text: LETTER, encoding: 'utf-8', isGuessed: true });
    const cut = Buffer.from(`${LETTER}ữ`).subarray(0, -1);
    expect(decodeText(cut, 'utf-8', null)).toMatchObject({ text: `${LETTER}\uFFFD`, isGuessed: false });
    expect(decodeText(Buffer.from('\uFEFFKính', 'utf16le'), '', null).text).toBe('Kính');
  });

  it('is left as declared where that bears it out: French, Japanese, Vietnamese', () => {
    const french = 'Déjà reçu, merci beaucoup. À bientôt, l’équipe française';
    expect(decodeText(iconv.encode(french, 'windows-1252'), 'windows-1252', null)).toEqual({
      text: french,
      encoding: null,
      isGuessed: false,
    });
    expect(decodeText(iconv.encode(french, 'windows-1252'), '', null).text).toBe(french);
    const japanese = Buffer.from('\u001b$B$3$s$K$A$O\u001b(B', 'latin1');
    expect(decodeText(japanese, 'iso-2022-jp', null).text).toBe('こんにちは');
    expect(decodeText(bytesIn['windows-1258'] ?? Buffer.alloc(0), 'windows-1258', null)).toEqual({
      text: LETTER,
      encoding: null,
      isGuessed: false,
    });
  });

  it('is read as a clerk says, in a font’s letters also where they came as Unicode', () => {
    expect(decodeText(bytesIn.tcvn3 ?? Buffer.alloc(0), 'iso-8859-1', 'tcvn3').text).toBe(LETTER);
    expect(decodeText(Buffer.from(VNI), 'utf-8', 'vni').text).toBe(LETTER);
    expect(decodeText(Buffer.from(LETTER), 'utf-8', 'windows-1258').text).toBe(LETTER);
  });

  it('is told by how many of its words Vietnamese can spell', () => {
    expect(vietnameseShareOf(LETTER)).toEqual({ marked: 17, valid: 17 });
    expect(vietnameseShareOf('Cäng hßa x· héi').valid).toBeLessThan(2);
    expect(vietnameseShareOf('plain words')).toEqual({ marked: 0, valid: 0 });
  });
});

describe('the text of several parts', () => {
  const part = (contentType: string, text: string | null, ...children: TextPart[]): TextPart => ({
    contentType,
    charset: 'utf-8',
    bytes: text === null ? null : Buffer.from(text),
    heading: null,
    children,
  });
  const textOf = (root: TextPart) => gatherText(root, null).text;

  it('is all of them: an HTML part beside a plain one is not left out', () => {
    const root = part('multipart/mixed', null, part('text/plain', 'một'), part('text/html', '<p>hai</p>'));
    expect(textOf(root)).toBe('một\n\nhai');
  });

  it('of alternatives is the plain one, with the lines of the other that say something else', () => {
    const alternatives = (plain: string, html: string) =>
      textOf(part('multipart/alternative', null, part('text/plain', plain), part('text/html', html)));
    expect(alternatives('Kính gửi\nSố: 5', '<p>Kính <b>gửi</b></p><p>Số: 5</p>')).toBe('Kính gửi\nSố: 5');
    expect(alternatives('Xem bản HTML', '<p>Xem bản HTML</p><p>TỐI MẬT</p>')).toBe('Xem bản HTML\n\nTỐI MẬT');
    expect(alternatives(' ', '<p>chỉ có HTML</p>')).toBe('chỉ có HTML');
  });

  it('says which pictures its HTML shows', () => {
    const root = part('text/html', '<img src="cid:logo%40mail"><img src=\'cid:p1\'>');
    expect([...gatherText(root, null).shownPictures]).toEqual(['logo@mail', 'p1']);
  });
});

describe('entities', () => {
  it('of every name are read, in a body and in a line that should have none', () => {
    expect(htmlToText('&Ocirc; &abreve; &#432; &laquo;a&raquo; &bull; &rarr; &copy;')).toBe('Ô ă ư «a» • → ©');
    expect(withoutEntities('C&ocirc;ng v&#259;n s&#x1ED1; 5')).toBe('Công văn số 5');
    expect(withoutEntities('R&D, a&lt;b, &#65;')).toBe('R&D, a&lt;b, &#65;');
  });
});

describe('the address behind the words of a link', () => {
  it.each([
    ['<a href="https://drive.so.example/cv/412.pdf">Công văn</a>.', 'Công văn (https://drive.so.example/cv/412.pdf).'],
    ["<A class=x HREF='https://so.example/?a=1&amp;copy=2&lt=3'>xem</A>", 'xem (https://so.example/?a=1&copy=2&lt=3)'],
    ['<a href=https://so.example/a(1).pdf>xem</a>', 'xem (https://so.example/a%281%29.pdf)'],
    ['<a title="x href=https://gia.example" href="https://that.example/">xem</a>', 'xem (https://that.example/)'],
    ['<a href="https://ke-gian.example/">https://so.example</a>', 'https://so.example (https://ke-gian.example/)'],
    ['<a href="mailto:vanthu@so.example?subject=x">Văn thư</a>', 'Văn thư (vanthu@so.example)'],
    [
      '<a href="https://so.example/1">một <a href="https://so.example/2">hai',
      'một (https://so.example/1)hai (https://so.example/2)',
    ],
    ['<a href="https://so.example/anh"><img src="cid:x"></a>', 'https://so.example/anh'],
  ])('stands behind them: %s', (html, text) => expect(htmlToText(html)).toBe(text));

  it.each([
    ['<a href="https://www.so.example/">so.example</a>', 'so.example'],
    ['<a href="mailto:vanthu@so.example">vanthu@so.example</a>', 'vanthu@so.example'],
    ['<a href="java&#10;script:alert(1)">xem</a>', 'xem'],
    ['<a href="data:text/html,x">xem</a> <a href="#muc-1">mục</a> <a name="x">neo</a>', 'xem mục neo'],
  ])('is left out where they say it, or nobody could follow it: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('costs no more time than the text is long', () => {
    const bombs = [
      '<a href="https://x.example">'.repeat(40_000),
      `<a ${'x'.repeat(1_000_000)}>`,
      `<a ${' = " '.repeat(250_000)}>`,
    ];
    const started = performance.now();
    for (const bomb of bombs) htmlToText(bomb);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
