// Text as it is compared when somebody searches: small letters, no accents, no difference between full
// and half width. For comparing only: nobody reads it.

/** Most texts have nothing to fold but capitals: one glance at them is cheaper than normalising. */
const MORE_THAN_ASCII = /[\u0080-\uFFFF]/;

const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');

export const plainText = (text: string): string =>
  (MORE_THAN_ASCII.test(text) ? withoutAccents(text) : text).toLowerCase();
