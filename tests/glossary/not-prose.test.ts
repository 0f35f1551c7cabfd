import { expect, test } from 'vitest';
import { found } from './matching.ts';

test.each([
  ['URL', 'https://dprk.example/DPRK?q=DPRK#DPRK'],
  ['URL in brackets', '(http://x.org/a,DPRK)'],
  ['URL in Chinese text', '见https://x.org/DPRK，'],
  ['other schemes', 'ftp://DPRK chrome-extension://DPRK/x'],
  ['without a scheme', 'www.DPRK.com kcna.kp/DPRK/news DPRK.example.org:8080/x'],
  ['e-mail', 'DPRK@example.org press.DPRK@kcna.kp info@DPRK mailto:DPRK@x.kp'],
  ['handles', '@DPRK @DPRK_news @dprk.DPRK .@DPRK @user@DPRK.social'],
  ['hashtags', '#DPRK #DPRK_2026 (#DPRK) ＃DPRK'],
  ['file names', 'report_DPRK.pdf DPRK.txt DPRK-2026.tar.gz DPRK.PDF my.DPRK.json'],
  ['paths', '/usr/DPRK/x ./DPRK ../DPRK ~/DPRK C:\\DPRK\\x \\\\host\\DPRK docs/DPRK/readme.md'],
  ['version numbers', 'v1.2-DPRK 1.2.3-DPRK DPRK-1.2.3 1.0.0-rc.1-DPRK'],
])('nothing is found in: %s', (_kind, text) => {
  expect(found(['DPRK'], text)).toEqual([]);
});

test.each([
  ['end of a sentence', 'DPRK. DPRK.” DPRK… DPRK?', 4],
  ['slashes between words', 'KCNA/DPRK ROK/US/DPRK and/or/DPRK', 3],
  ['missing space after a sentence', 'in Pyongyang.DPRK said', 1],
  ['decimals and money', 'DPRK 3.5 $3.5bn-DPRK', 2],
  ['dotted acronyms', 'U.S.-DPRK U.N./DPRK', 2],
  ['brackets and quotes', '[DPRK](DPRK)"DPRK"', 3],
  ['number sign', 'the #1 DPRK', 1],
  ['beside a URL', 'DPRK: https://x.org DPRK', 2],
  ['after a URL in brackets', '(https://x.org)，DPRK', 1],
  ['version in the next word', 'DPRK 1.2.3', 1],
  ['at sign alone', 'DPRK @ Pyongyang', 1],
  ['ratio', 'DPRK: 3:1', 1],
])('prose stays prose: %s', (_kind, text, times) => {
  expect(found(['DPRK'], text)).toEqual(Array(times).fill('DPRK'));
});

test('a form that is itself such a name is found', () => {
  const forms = ['Node.js', 'kcna.kp', '#MeToo', '@POTUS', 'Python 3'];
  const text = 'Node.js, Node.js-based; kcna.kp. #MeToo @POTUS not https://kcna.kp or Python 3.11';
  expect(found(forms, text)).toEqual(['Node.js', 'Node.js', 'kcna.kp', '#MeToo', '@POTUS']);
});

test('a match of several words does not reach into an address', () => {
  expect(found(['John Doe', 'news kcna'], 'John Doe@x.org news kcna.kp')).toEqual([]);
});
