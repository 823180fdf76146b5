/** The most used passwords that are long enough for us; checked without case. Shorter ones are refused anyway. */
const common = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 1q2w3e4r5t q1w2e3r4t5 1qaz2wsx3edc
  zaq12wsxcde qwertyuiop qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwertzuiop azertyuiop asdfghjkl1 asdfghjkl123
  password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 passwordpassword mypassword mypassword1
  iloveyou12 iloveyou123 letmein123 letmein1234 welcome123 welcome1234 sunshine123 princess123 football123 baseball123
  basketball superman123 batman1234 dragon1234 monkey1234 shadow1234 master1234 trustno1trustno1 abcdefghij abcdefghijk
  abcd123456 abc1234567 abc123abc123 admin12345 administrator changeme123 qazwsxedcr 1122334455 1212121212 1313131313
  123123123123 123321123321 147258369a 741852963a keyhole123 correcthorsebatterystaple correct horse battery staple
  minecraft123 pokemon123 starwars123 schoolpassword teacher123 student123`
    .split(/\s+/)
    .concat("correct horse battery staple", "password 123"),
);

/** As in NIST SP 800-63B: a length and a list of known bad ones, no rules on what to mix. */
const passwordLength = { min: 10, max: 200 };

/**
 * Why nobody should use this password, in words for the person, or null when it may be used.
 * @param login what they sign in with: a password must not be known from it
 */
export function passwordTrouble(password: string, login: string): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) return `Use at least ${passwordLength.min} characters; this has ${length}.`;
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  const plain = password.toLowerCase();
  if (common.has(plain) || new Set(plain).size < 3)
    return "Many people use this password, so it is among the first that are tried. Take another.";
  if (plain === login || plain === login.split("@")[0]) return "This is what you sign in with. Take another.";
  return null;
}
