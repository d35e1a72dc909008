import { describe, expect, it } from 'vitest';
import { plainFromHtml } from '../../../src/intake/mail/plain-from-html.ts';

describe('HTML as text', () => {
  it.each([
    ['<p>Hello</p><p>World</p>', 'Hello\n\nWorld'],
    ['<div>One</div><div>Two<br>Three</div>', 'One\nTwo\nThree'],
    ['<ul><li>Cup<li>Pot</ul>', '- Cup\n- Pot'],
    ['a  lot \n of   space', 'a lot of space'],
    ['<b>bo</b>ld', 'bold'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['Caf&eacute; &amp; &#x1F4E6; &unknown; &#0;', 'Café & 📦 &unknown; \uFFFD'],
    ['<a href="https://x.example/a">the bill</a>', 'the bill <https://x.example/a>'],
    ['<a href="https://x.example/">https://x.example/</a>', 'https://x.example/'],
    ['<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
    ['<a href="javascript:alert(1)">press</a>', 'press'],
    ['<style>p { color: red }</style><script>alert("</p>")</script>Text<!-- not this -->', 'Text'],
    ['<head><title>No</title></head><body>Yes</body>', 'Yes'],
    ['<table><tr><td>Pot</td><td>12</td></tr><tr><td>Cup</td><td>3</td></tr></table>', 'Pot 12\nCup 3'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<img alt="a > b" src=x>after', 'after'],
    ['&lt;script&gt;', '<script>'],
    ['<p', ''],
    ['', ''],
  ])('%j', (html, text) => {
    expect(plainFromHtml(html)).toBe(text);
  });

  it.each(['<', '<a ', '<!--', '<style>', '&#', '</', '<a href="'])(
    'two hundred thousand characters of %j in no time',
    (piece) => {
      const start = performance.now();
      plainFromHtml(piece.repeat(200_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );
});
