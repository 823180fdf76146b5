/**
 * What students write on one point of a rubric: words that meet it, that half do, that miss it with a mistaken idea, and
 * what their teacher asks when it is not met.
 */
export type Passage = { full: string[]; half: string[]; wrong?: string; asks: string };

/** For each written question its rubric's points in order. These are students' words: plain, sometimes clumsy. */
export const passages: Record<string, Passage[]> = {
  "L1.Q14": [
    {
      full: [
        "Encryption is not one switch. Data in transit needs one lock and data at rest needs another, so a company can have the first without the second.",
        "I would tell the reader that moving data and stored data are protected separately. You can guard the road and still leave the box at the end open.",
        "Both can be true because they are about different states: in transit is on the way, at rest is kept on a disk, and each needs its own protection.",
      ],
      half: [
        "I think they can both be true because encryption is not only one thing.",
        "They are two different things, one is moving data and one is stored data.",
      ],
      asks: "Say it plainly: what protects moving data, and does it protect stored data too?",
    },
    {
      full: [
        "TLS goes from the user to Microsoft and ends at the front end. There the text is readable, so it can be stored like that.",
        "The padlock only covers the connection. TLS stops at the provider’s front end, and from there the provider can read the text and keep it.",
      ],
      half: [
        "TLS protects the message until it arrives.",
        "HTTPS is for the connection, but it does nothing for the disk.",
      ],
      wrong: "TLS keeps the message locked until the other person opens it.",
      asks: "Where exactly does TLS end, and who can read the text there?",
    },
    {
      full: [
        "In July 2013 Brad Smith of Microsoft said that the data on its servers was in an unencrypted state.",
        "On 11 November 2013 Dorothee Belz of Microsoft told MEPs that traffic between servers was generally not encrypted, which is one more stretch.",
      ],
      half: [
        "Somebody from Microsoft said in 2013 that the stored data was not encrypted.",
        "Brad Smith said that the data on the servers was not encrypted.",
      ],
      asks: "Give your statement its speaker and its date.",
    },
    {
      full: [
        "What I would still like to know is why the data was kept without encryption.",
        "A question that stays open: did anybody ever tap Microsoft’s own links?",
        "The articles do not say what Microsoft changed after 2013. Did it encrypt its disks?",
      ],
      half: ["So which of the two statements is more important?", "But can readers check any of this?"],
      asks: "End with a question that the sources really leave open.",
    },
  ],
  "L2.Q15": [
    {
      full: [
        "I chose the claim about web chats. On 11 July 2013 The Guardian reported, from leaked documents, that Microsoft had helped the NSA to get round the encryption of its chats.",
        "In July 2013 The Guardian wrote, from documents leaked by Edward Snowden, that Microsoft helped the NSA to get past its own encryption so that chats could be read.",
      ],
      half: [
        "The newspapers said that Microsoft helped the NSA with the encryption of its chats.",
        "The claim is that Microsoft gave the NSA help with encrypted messages.",
      ],
      asks: "Whose claim is it, and what does it rest on?",
    },
    {
      full: [
        "Brad Smith, the general counsel of Microsoft, denied it on 16 July 2013. He wrote that no government was given an ability to break its encryption.",
        "Microsoft’s chief lawyer Brad Smith disputed this in a note in July 2013 and said that nobody got the means to break its encryption.",
      ],
      half: ["Microsoft said that this was not true.", "Brad Smith denied it and said that the reports were wrong."],
      wrong: "Microsoft would not dare to lie in public, so it cannot be true.",
      asks: "Give the denial its speaker, role and date, and keep to what it said.",
    },
    {
      full: [
        "The first is reported from leaked documents, and the second is asserted by the company about itself.",
        "So one side is a report of leaked papers and the other side is a company’s denial. Neither of them is proved by that.",
      ],
      half: [
        "The newspaper’s side is reported from leaked documents.",
        "One of them is a denial, so it is only their word.",
      ],
      asks: "Label the status of both sides, not only of one.",
    },
    {
      full: [
        "The full documents would help, because readers saw only parts of them.",
        "A report by an oversight board that was allowed to look inside would help to settle it.",
        "An audit of the chat system by outside engineers could test the company’s side.",
      ],
      half: ["More evidence would help to settle it.", "Somebody should ask both of them again."],
      asks: "Name one document or test. What would it show?",
    },
  ],
  "L3.Q15": [
    {
      full: [
        "PRISM collects at a US provider. MUSCULAR was reported on the links between the data centres of one company, outside the United States.",
        "With PRISM the data comes from the provider, and MUSCULAR, as reported, copied it on the way between Google’s own data centres or Yahoo’s, outside the US.",
      ],
      half: [
        "PRISM is at the company and MUSCULAR is on the cables.",
        "PRISM takes the data from a provider, MUSCULAR from a link somewhere.",
      ],
      wrong: "PRISM takes data from a provider. MUSCULAR is the backbone, so it is the same as Upstream.",
      asks: "Which links did the MUSCULAR report name, and inside or outside the US?",
    },
    {
      full: [
        "For PRISM the provider is compelled under Section 702, so it knows. MUSCULAR was reported under Executive Order 12333; Google said that it was not aware, and Yahoo said that it had given no access.",
        "Under PRISM the company gets a directive under Section 702 and has to answer. MUSCULAR was reported to work without the company’s help, and the law named for it is Executive Order 12333.",
      ],
      half: [
        "The company knows about PRISM because it is compelled, but the companies said that they gave no access for MUSCULAR.",
        "PRISM is under Section 702 and MUSCULAR is under another law.",
      ],
      asks: "For each one: what did the company know, and which law is named?",
    },
    {
      full: [
        "If the company encrypts the links between its data centres, a tap there reads nothing. PRISM does not change, because the provider still has the keys.",
        "Link encryption changes MUSCULAR but not PRISM: the tap has no key, and the provider that must answer a demand still has it.",
      ],
      half: [
        "Encrypting the links between the data centres would change MUSCULAR.",
        "MUSCULAR would be stopped when all links inside the company are encrypted.",
      ],
      wrong: "Link encryption stops both of them, because then everything is encrypted.",
      asks: "Who holds the key after that, and what does it mean for PRISM?",
    },
    {
      full: [
        "What I wrote about PRISM is official, from the oversight board. The MUSCULAR facts are reported from leaked documents, and the NSA disputed how the press described it.",
        "Status: PRISM was described by official documents in the end. MUSCULAR is reported by The Washington Post from leaked papers, and the NSA said that articles had misstated facts.",
      ],
      half: [
        "PRISM is official and MUSCULAR was in a newspaper.",
        "All of this was reported in 2013 from leaked documents.",
      ],
      asks: "Say for each which facts are official and which are reported, and by whom.",
    },
  ],
  "CAP.Q10": [
    {
      full: [
        "For wish one the school encrypts its disks. The school keeps that key on another machine, so a thief who carries a disk away cannot open it.",
        "I choose encryption at rest against the thief. The key belongs to the school and must not be on the same disk.",
      ],
      half: ["The disks should be encrypted so that a thief sees nothing.", "For the disk I take encryption at rest."],
      wrong: "For the disk I take TLS with a strong password.",
      asks: "Who holds the key of the disks, and where is it kept?",
    },
    {
      full: [
        "For wish two it encrypts the link between the two data centres, and it holds the keys at both ends, so a tap in between reads nothing.",
        "Against the tap I take encryption of the link. The two data centres are both the school’s, so the school has these keys as well.",
      ],
      half: ["The link needs encryption too.", "One also has to encrypt the way between the data centres."],
      asks: "Which lock is on the link between the data centres, and whose keys are those?",
    },
    {
      full: [
        "Wish three means that the school has to be able to read a message when a court orders it. So it needs the keys, and end-to-end encryption does not fit.",
        "End-to-end encryption would be against wish three, because then only the two devices have keys and the school has no content that it could give to the court.",
      ],
      half: [
        "For the court order the school must be able to open the messages.",
        "The school has to keep a way to read messages, because of the third wish.",
      ],
      wrong: "I would also use end-to-end encryption, and the school gives the content when a court asks.",
      asks: "Wish three and end-to-end encryption: do they go together? Who would hold the key?",
    },
    {
      full: [
        "The school itself can still read content, and so can staff with access to the system.",
        "Somebody who picks up a student’s unlocked phone can still read the messages on it.",
      ],
      half: ["Some people at the school may still see things.", "A hacker could perhaps still read it."],
      asks: "Name one observer who can still read, and say why.",
    },
    {
      full: [
        "What stays visible on the Wi-Fi is that a phone used the service, when it did, and how much data moved.",
        "Metadata stays visible: who wrote to whom and at what time is known to the service, because it delivers the message.",
      ],
      half: ["The metadata is still visible.", "One can still see that something was sent."],
      asks: "Give one thing that stays visible as metadata.",
    },
  ],
};
