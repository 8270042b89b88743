import { expect, test } from 'vitest';
import { monthOf } from '../../../src/sources/text/month-names.ts';

test.each([
  ['January', 1],
  ['Jan.', 1],
  ['enero', 1],
  ['янв', 1],
  ['Februar', 2],
  ['février', 2],
  ['März', 3],
  ['marzo', 3],
  ['maart', 3],
  ['avril', 4],
  ['апреля', 4],
  ['May', 5],
  ['mai', 5],
  ['maggio', 5],
  ['мая', 5],
  ['June', 6],
  ['juin', 6],
  ['giugno', 6],
  ['juillet', 7],
  ['July', 7],
  ['luglio', 7],
  ['août', 8],
  ['agosto', 8],
  ['AUG', 8],
  ['September', 9],
  ['settembre', 9],
  ['setembro', 9],
  ['октября', 10],
  ['outubro', 10],
  ['Oktober', 10],
  ['novembre', 11],
  ['dezembro', 12],
  ['décembre', 12],
  ['diciembre', 12],
  ['fevrier', 2],
  ['Agustus', 8],
  ['червня', 6],
  ['червень', 6],
  ['června', 6],
  ['července', 7],
  ['październik', 10],
  ['heinäkuuta', 7],
  ['يناير', 1],
  ['जनवरी', 1],
])('%s is month %d', (word, month) => {
  expect(monthOf(word)).toBe(month);
});

test.each(['Monday', 'Friday', 'today', 'Uhr', ''])('%s is no month', (word) => {
  expect(monthOf(word)).toBeNull();
});
