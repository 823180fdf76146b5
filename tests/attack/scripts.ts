/**
 * Texts that become a script, a style or a place to go where a page takes them for its own words: in its body, in an
 * attribute, in a script, in Markdown. Each is short enough for a name. Whatever element they make carries `data-trip`.
 */
export const scripts = [
  "<script data-trip>tripped()</script>",
  "<img data-trip src=/x onerror=tripped()>",
  '"><svg data-trip onload=tripped()>',
  "'><svg data-trip onload=tripped()>",
  '" autofocus data-trip onfocus="tripped()" x="',
  "' autofocus data-trip onfocus='tripped()' x='",
  "</textarea><script data-trip>tripped()</script>",
  "</title></style><script data-trip>tripped()</script>",
  "--><img data-trip src=/x onerror=tripped()><!--",
  "</script><script data-trip>tripped()</script>",
  "[x](javascript:tripped())",
  "<javascript:tripped()>",
  '<a data-trip href="javascript:tripped()">x</a>',
  '![x](/x"onerror="tripped())',
  "<template data-trip><img src=/x></template>",
  "<iframe data-trip srcdoc='<p>x'></iframe>",
  "<style data-trip>*{background:url(/x)}</style>",
  "</style><p data-trip style=color:red>",
  "<base data-trip href=//elsewhere.test/>",
  "<details data-trip open ontoggle=tripped()>",
  "<svg data-trip><animate onbegin=tripped() dur=1s>",
  "<form data-trip action=javascript:tripped()>",
];

/** How a text is found again where it is shown: as `k7k` at its beginning. */
export const marks = /k\d+k/g;
