import { describe, expect, it } from "vitest";
import { passwordTrouble } from "~/models/password";

const of = ["Ana María Ng", "ana.maria@school.test", "Physics 9B"];
const trouble = (password: string) => passwordTrouble(password, of);

describe("a new password", () => {
  it("may be any 15 characters or more, of any script, with spaces, and long ones are taken whole", () => {
    for (const fine of [
      "three words make this",
      "zebra-lamp-oven",
      "ключ лежит под ковром",
      "カギはドアマットの下にある青い箱の中",
      "🔑🚪🪟🛋️🪴🧦🪑🕯️🧂🥄🍐🎻🧭🪁🧵🪶",
      "9f$kQ!x7Lp2@vR0",
      "sunshine over football fields",
      `${"a horse of another colour, ".repeat(7)}`,
    ])
      expect([fine, trouble(fine)]).toEqual([fine, null]);
  });

  it("is refused when it is shorter, counted in characters, or longer than can be meant, and says so", () => {
    expect(trouble("fourteen chars")).toContain("at least 15 characters; this has 14");
    expect(trouble("🔑".repeat(3))).toContain("this has 3");
    expect(trouble("é1!x".repeat(51))).toContain("at most 200 characters; this has 204");
  });

  it("is refused when it is among the first that are tried: common words, runs of keys, the same again and again", () => {
    for (const bad of [
      "password1234567",
      "PASSWORD!!!!!!!!!",
      "Password2026Password",
      "correct horse battery staple",
      "iloveyouiloveyou",
      "minecraft 2026 !!",
      "qwertyuiopasdfghjkl",
      "lkjhgfdsapoiuytrewq",
      "123456789012345",
      "098765432109876",
      "abcdefghijklmnop",
      "aaaaaaaaaaaaaaaaa",
      "abcabcabcabcabcabc",
      "1a2b1a2b1a2b1a2b",
      "12345678!!!!!!!!",
      "ｐａｓｓｗｏｒｄ１２３４５６７",
    ])
      expect([bad, trouble(bad)]).toEqual([bad, expect.stringContaining("Many people")]);
  });

  it("is refused when it is made of the name, the login, the class or the name of the site", () => {
    for (const bad of [
      "ana.maria@school.test",
      "anamaria.anamaria",
      "Ana-María-Ng-2026!",
      "keyhole-keyhole-1",
      "Physics9B-Physics9B",
      "ana keyhole physics 1",
    ])
      expect([bad, trouble(bad)]).toEqual([bad, expect.stringContaining("what others know")]);
  });
});
