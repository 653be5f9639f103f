import { expect, it } from 'vitest';
import { requireStrong } from './passwords.ts';

it.each([
  // Two letters stand in many words: a login of "an" is no reason to refuse "ngân hàng".
  ['an', 'ngân hàng xanh 27', true],
  ['hoa', 'chép hoa quỳnh 9', true],
  ['hanh', 'hành trình 2026', false],
  ['hanh', 'đường sắt 2026', true],
  ['an', 'ngắn', false],
])('whose login is %s may use "%s" as a password: %s', (login, password, isStrong) => {
  const ask = expect(() => requireStrong(password, login, 'password'));
  if (isStrong) ask.not.toThrow();
  else ask.toThrow('PASSWORD_TOO_WEAK');
});
