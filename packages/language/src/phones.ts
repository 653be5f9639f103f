// Number ranges of the mobile networks. Numbers move between operators: never infer one from them.
const MOBILE = /^(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const LANDLINE = /^2\d{9}$/;
// In 2018 every mobile number of eleven digits lost one; lists and letterheads still show the old ones.
const BEFORE_2018: Record<string, string> = {
  '162': '32',
  '163': '33',
  '164': '34',
  '165': '35',
  '166': '36',
  '167': '37',
  '168': '38',
  '169': '39',
  '120': '70',
  '121': '79',
  '122': '77',
  '126': '76',
  '128': '78',
  '123': '83',
  '124': '84',
  '125': '85',
  '127': '81',
  '129': '82',
  '186': '56',
  '188': '58',
  '199': '59',
};

/**
 * A Vietnamese telephone number as people write it, in E.164 (`+84912345678`), mobile or fixed; null if it is none.
 * Numbers of eleven digits from before 2018 are converted.
 */
export function normalizePhone(written: string): string | null {
  const digits = written.normalize('NFKC').replace(/[\s.()\u2010-\u2015-]/g, '');
  const match = /^(?:\+84|0084|84|0)(\d{9,10})$/.exec(digits);
  const national = match?.[1];
  if (national === undefined) return null;
  const converted = national.length === 10 ? BEFORE_2018[national.slice(0, 3)] : undefined;
  const current = converted === undefined ? national : converted + national.slice(3);
  return MOBILE.test(current) || LANDLINE.test(current) ? `+84${current}` : null;
}

/** Whether an E.164 number can receive an SMS: a Vietnamese mobile number. */
export function isMobilePhone(phone: string): boolean {
  return phone.startsWith('+84') && MOBILE.test(phone.slice(3));
}

/** A number in E.164 as people read it at home: "0912 345 678", "0203 382 5678". Foreign numbers stay as they are. */
export function formatPhone(phone: string): string {
  const national = /^\+84(\d{9,10})$/.exec(phone)?.[1];
  return national === undefined ? phone : `0${national}`.replace(/^(\d{4})(\d{3})(\d{3,4})$/, '$1 $2 $3');
}
