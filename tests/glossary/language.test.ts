import { expect, test } from 'vitest';
import { guessLanguage, primaryTag, writtenIn } from '../../glossary/language.ts';

test.each([
  ['en', 'The minister said that the army would not move to the border.'],
  ['en', 'Kim Jong Un watched the test of a motor that was made of carbon fibre.'],
  ['de', 'Die Partei hat am Montag in Berlin beschlossen, dass der Haushalt steigt.'],
  ['fr', 'Le président a déclaré que la France ne céderait pas.'],
  ['es', 'El presidente dijo que no habrá más cambios en el gobierno.'],
  ['it', 'La mia casa è bella ma il governo ha detto che non ci sono problemi.'],
  ['it', 'LA MIA CASA È MOLTO BELLA'],
  ['pt', 'O governo disse que não há mais dinheiro para isso.'],
  ['nl', 'De regering zei dat het plan niet doorgaat.'],
  ['sv', 'Regeringen sade att det inte finns några pengar.'],
  ['pl', 'Rząd powiedział, że nie ma pieniędzy.'],
  ['cs', 'Vláda řekla, že na to nejsou peníze a že to je vše.'],
  ['fi', 'Hallitus sanoi, että rahaa ei ole.'],
  ['hu', 'A kormány azt mondta, hogy nincs pénz.'],
  ['ro', 'Guvernul a spus că nu sunt bani pentru asta.'],
  ['tr', 'Hükümet bu konuda bir açıklama yaptı ve daha sonra sustu.'],
  ['id', 'Pemerintah mengatakan bahwa tidak ada uang untuk itu.'],
  ['vi', 'Chính phủ nói rằng không có tiền cho việc này.'],
  ['ko', '조선중앙통신은 12일 이렇게 보도했다.'],
  ['ja', '北朝鮮がミサイルを発射した。'],
  ['ru', 'Правительство объявило, что денег нет и мы все это знаем.'],
  ['uk', 'Уряд сказав, що грошей немає і їх не буде.'],
  ['el', 'Η κυβέρνηση είπε ότι δεν υπάρχουν χρήματα.'],
  ['he', 'הממשלה אמרה שאין כסף.'],
  ['ar', 'قالت الحكومة إنه لا يوجد مال.'],
] as const)('%s: %s', (language, text) => {
  expect(guessLanguage(text)?.language).toBe(language);
});

test.each(['', 'RGB', 'Nordkorea feuert Rakete ab', '12.5 %', '\ud800', '朝鲜', 'Pyongyang'])(
  '%j does not tell',
  (text) => {
    expect(guessLanguage(text)).toBeUndefined();
  },
);

test('a tag is cut to its language', () => {
  expect(primaryTag('en-GB')).toBe('en');
  expect(primaryTag('ZH-Hant-TW')).toBe('zh');
  expect(primaryTag('')).toBe('');
});

test.each([
  ['en', '조선', false],
  ['ko', '조선', true],
  ['en', 'КНДР', false],
  ['uk', 'КНДР', true],
  ['ja', '朝鲜', true],
  ['de', 'DPRK', true],
  ['ru', 'DPRK', false],
] as const)('%s is usually written like %s: %s', (language, words, expected) => {
  expect(writtenIn(language, words)).toBe(expected);
});
