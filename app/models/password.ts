/**
 * As in NIST SP 800-63B-4, where a password is all that is asked for: a length and a list of what is tried first. No rules
 * on what to mix, nothing cut off, and a long one is taken whole.
 */
export const passwordLength = { min: 15, max: 200 };

/** What passwords are most often made of. One of these, however often and with whatever digits and signs, is no password. */
const common =
  `password passwort passwd motdepasse contrasena senha parola wachtwoord haslo qwerty qwertz azerty letmein
  welcome willkommen bienvenue iloveyou iloveyouforever ichliebedich teamo sunshine princess princesa football futbol
  fussball soccer baseball basketball superman batman spiderman dragon monkey shadow master trustno whatever nothing
  minecraft fortnite roblox pokemon starwars naruto liverpool barcelona realmadrid arsenal chelsea manchesterunited
  michael jennifer jessica daniel charlie administrator admin root user guest login changeme default secret hello
  helloworld computer internet school schule teacher student class qazwsx zxcvbnm asdfgh asdfghjkl qwertyuiop
  abcdef abcdefgh correcthorsebatterystaple thisismypassword mypassword yourpassword passwordpassword nopassword
  onceuponatime maytheforcebewithyou ifyoucanreadthis letmeinletmein openthedoor opensesame`
    .split(/\s+/)
    .filter(Boolean);

/** Rows of keys and the alphabet: a piece of one of them, forwards or backwards, is typed by many. */
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
]
  .concat("12345678901234567890123456789012345678901234567890", "01234567890123456789012345678901234567890123456789")
  .flatMap((run) => [run, [...run].reverse().join("")]);

/**
 * Why nobody should use this password, in words for the person, or null when it may be used.
 * @param known what others know of them: name, login, classes. A password must not be made of it
 */
export function passwordTrouble(password: string, known: string[]): string | null {
  const plain = password.normalize("NFKC").toLowerCase();
  const length = [...plain].length;
  if (length < passwordLength.min)
    return `Use at least ${passwordLength.min} characters; this has ${length}. A few words that do not belong together are easy to keep in mind.`;
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters; this has ${length}.`;
  if (isRepeated(plain) || isRun(bare(plain)) || common.some((word) => isMadeOf(plain, [word])))
    return "Many people use a password like this, so it is among the first that are tried. Take another.";
  if (isMadeOf(plain, known.flatMap(partsOf).concat("keyhole")))
    return "This is made of what others know: your name, what you sign in with, your class or the name of this site. Take another.";
  return null;
}

/** A piece of a row of keys, whatever signs stand around it. */
const isRun = (text: string) => text.length > 4 && runs.some((run) => run.includes(text));

/** "abcabcabcabcabc", or one letter all the way. */
const isRepeated = (plain: string) => /^(.{1,5}?)\1+.{0,4}$/su.test(plain) || new Set(plain).size < 4;

/** Whether hardly anything is left of it without these words and without digits and signs. */
function isMadeOf(plain: string, words: string[]): boolean {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, " "), bare(plain));
  return rest.length < bare(plain).length && letters(rest).length < 4;
}

/** "Ana María Ng" is known whole and by each of its words; of an e-mail address both sides of the @. */
function partsOf(known: string): string[] {
  const lower = known.normalize("NFKC").toLowerCase();
  return [bare(lower), ...lower.split(/[^\p{L}\p{N}]+/u)].filter((part) => [...part].length >= 3);
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
const letters = (text: string) => text.replace(/[^\p{L}]+/gu, "");
