/** Dates, durations, intervals and values of fields in the languages that operators write in. */
import { expect, test } from 'vitest';
import { readDate } from '../../../server/src/document/fields/dates';
import { hoursOf, readDuration } from '../../../server/src/document/fields/duration';
import { intervalDays } from '../../../server/src/document/house/field-values';
import { englishValue } from '../../../server/src/model/translated-values';
import { fieldKey } from '../../../server/src/model/vocabulary';

test.each([
  '3. November 2026',
  '3. Nov. 2026 (Übung)',
  'Dienstag, 3. November 2026',
  '3 de noviembre de 2026',
  '3 de noviembre del 2026',
  'martes, 3 de noviembre de 2026',
  '3 novembre 2026',
  'le 3 novembre 2026',
  '3 de novembro de 2026',
  'terça-feira, 3 de novembro de 2026',
  '2026年11月3日',
  '2026年11月3日(火)',
  '2026 年 11 月 3 日',
  '2026년 11월 3일',
  '2026. 11. 3.',
  '03.11.2026',
  'November 3, 2026',
])('%s is a date', (words) => {
  expect(readDate(words)).toMatchObject({ form: 'other', iso: '2026-11-03' });
});

test.each(['1er janvier 2026', '1. Jänner 2026', '1 de enero de 2026', '1º de janeiro de 2026'])(
  '%s is the first of the year',
  (words) => {
    expect(readDate(words).iso).toBe('2026-01-01');
  },
);

test.each(['3 marcas 2026', '3 decks 2026', '2026年13月3日', 'november'])('%s is none', (words) => {
  expect(readDate(words).iso).toBe('');
});

test.each([
  ['10 Minuten', 10],
  ['2 Stunden 30 Minuten', 150],
  ['1 Tag', 1440],
  ['10 minutos', 10],
  ['2 horas', 120],
  ['3 días', 4320],
  ['2 heures', 120],
  ['1 jour', 1440],
  ['10分', 10],
  ['2時間30分', 150],
  ['10분', 10],
  ['1시간 30분', 90],
  ['2일', 2880],
  ['1h 30m', 90],
])('%s are %d minutes', (words, minutes) => {
  const duration = readDuration(words);
  expect(duration && Math.round(hoursOf(duration, { day: 24, week: 168 }).least * 60)).toBe(minutes);
});

test.each([
  ['6 Monate', 183],
  ['alle 6 Monate', 183],
  ['halbjährlich', 183],
  ['vierteljährlich', 91],
  ['jährlich', 365],
  ['cada 6 meses', 183],
  ['trimestral', 91],
  ['2 semanas', 14],
  ['tous les 6 mois', 183],
  ['annuelle', 365],
  ['a cada 3 meses', 91],
  ['6か月', 183],
  ['6ヶ月ごと', 183],
  ['半年ごと', 183],
  ['毎月', 30],
  ['6개월', 183],
  ['6개월마다', 183],
  ['분기마다', 91],
  ['매년', 365],
])('%s are %d days', (words, days) => {
  expect(intervalDays(words)).toBe(days);
});

test.each(['im Sommer', 'manchmal', 'siempre', '時々', '가끔'])('%s is no interval', (words) => {
  expect(intervalDays(words)).toBeNull();
});

test('names and values of fields are known by their English ones', () => {
  expect(
    ['Verantwortlich', 'Última prueba', '担当者', '마지막 테스트', 'Propriétaire'].map(fieldKey),
  ).toEqual(['owner', 'last tested', 'owner', 'last tested', 'owner']);
  expect(['Entwurf', 'Obsoleto', '有効', '장애 대응', 'Network'].map(englishValue)).toEqual([
    'draft',
    'deprecated',
    'active',
    'incident response',
    'Network',
  ]);
});
