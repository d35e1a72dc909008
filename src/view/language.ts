// In which language a customer's words are, as far as letters show it: so that Han characters take
// the forms of their own language, and screen readers the right voice. Where letters do not tell,
// nothing is said.

const LOOKED_AT = 400;
const SIMPLIFIED = /[们这个来时对开关发问请谢样单买卖还没货钱网电话订为说给过让见应该么经动机东车马鸟鱼门长书语]/gu;
const TRADITIONAL = /[們這個來時對開關發問請謝樣單買賣還沒貨錢網電話訂為說給過讓見應該麼經動機東車馬鳥魚門長書語]/gu;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

const chinese = (text: string): string => (count(text, SIMPLIFIED) > count(text, TRADITIONAL) ? 'zh-Hans' : 'zh-Hant');

/** BCP 47. */
export const languageOf = (text: string): string | undefined => {
  const start = text.slice(0, LOOKED_AT);
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(start)) return 'ja';
  if (/\p{sc=Hangul}/u.test(start)) return 'ko';
  if (/\p{sc=Han}/u.test(start)) return chinese(start);
  if (/\p{sc=Arabic}/u.test(start)) return 'ar';
  return /\p{sc=Hebrew}/u.test(start) ? 'he' : undefined;
};
