// The characters that e-mails write by name. Those of HTML 4 that letters use; a name that is not here stays as
// it was written.

const NAMES =
  'quot:" amp:& lt:< gt:> apos:\' iexcl:¡ cent:¢ pound:£ curren:¤ yen:¥ sect:§ uml:¨ copy:© ordf:ª laquo:« not:¬ ' +
  'reg:® macr:¯ deg:° plusmn:± sup2:² sup3:³ acute:´ micro:µ para:¶ middot:· cedil:¸ sup1:¹ ordm:º raquo:» ' +
  'frac14:¼ frac12:½ frac34:¾ iquest:¿ Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç ' +
  'Egrave:È Eacute:É Ecirc:Ê Euml:Ë Igrave:Ì Iacute:Í Icirc:Î Iuml:Ï ETH:Ð Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô ' +
  'Otilde:Õ Ouml:Ö times:× Oslash:Ø Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý THORN:Þ szlig:ß agrave:à aacute:á ' +
  'acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î ' +
  'iuml:ï eth:ð ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö divide:÷ oslash:ø ugrave:ù uacute:ú ucirc:û ' +
  'uuml:ü yacute:ý thorn:þ yuml:ÿ OElig:Œ oelig:œ Scaron:Š scaron:š Yuml:Ÿ fnof:ƒ ndash:– mdash:— lsquo:‘ rsquo:’ ' +
  'sbquo:‚ ldquo:“ rdquo:” bdquo:„ dagger:† Dagger:‡ bull:• hellip:… permil:‰ lsaquo:‹ rsaquo:› euro:€ trade:™ ' +
  'larr:← uarr:↑ rarr:→ darr:↓ harr:↔ minus:− infin:∞ asymp:≈ ne:≠ le:≤ ge:≥ alpha:α beta:β gamma:γ delta:δ ' +
  'mu:μ pi:π sigma:σ omega:ω Omega:Ω check:✓ star:★ hearts:♥';

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...NAMES.split(' ').map((pair): [string, string] => {
    const [name = '', ...character] = pair.split(':');
    return [name, character.join(':')];
  }),
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  // They are seen by nobody, and mislead a search.
  ['shy', ''],
  ['zwnj', ''],
  ['zwj', ''],
  ['lrm', ''],
  ['rlm', ''],
]);

export const namedCharacter = (name: string): string | undefined => CHARACTERS.get(name);
