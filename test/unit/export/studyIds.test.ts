import { describe, expect, test } from "vitest";
import { familyName, studyIds } from "../../../server/src/export/studyIds.js";

describe("familyName", () => {
  test.each([
    ["Amara N. Okonkwo", "Okonkwo"],
    ["Okonkwo AN", "Okonkwo"],
    ["Okonkwo A.N.", "Okonkwo"],
    ["Okonkwo, Amara N.", "Okonkwo"],
    ["Okonkwo, AN", "Okonkwo"],
    ["Amara Okonkwo, MD, PhD", "Okonkwo"],
    ["Amara Okonkwo PhD", "Okonkwo"],
    ["Jan van der Meulen", "van der Meulen"],
    ["van der Meulen J", "van der Meulen"],
    ["Sven O. Lindqvist Jr", "Lindqvist"],
    ["Li Q", "Li"],
    ["Q Li", "Li"],
    ["Q. J. Li", "Li"],
    ["Núñez-Ibáñez JL", "Núñez-Ibáñez"],
    ["Aristoteles", "Aristoteles"],
    ["De Luca", "Luca"],
    ["", ""],
    ["  ", ""],
  ])("of %j is %j", (author, family) => {
    expect(familyName(author)).toBe(family);
  });
});

describe("studyIds", () => {
  const by = (author: string | undefined, year: number | undefined, path = "x/file.name.txt") => ({
    path,
    study: { ...(author && { authors: [author, "Other B"] }), ...(year && { year }) },
  });

  test.each([
    { name: "author and year", of: [by("Okonkwo A", 2019)], ids: ["Okonkwo 2019"] },
    { name: "author without year", of: [by("Okonkwo A", undefined)], ids: ["Okonkwo"] },
    { name: "the file's name without an author", of: [by(undefined, 2019)], ids: ["file.name"] },
    { name: "the whole name of a file without ending", of: [by(undefined, undefined, "a/.b")], ids: [".b"] },
    {
      name: "letters for equal ones, in order",
      of: [by("Li Q", 2020), by("Wu P", 2020), by("Li R", 2020), by("Li S", 2021)],
      ids: ["Li 2020a", "Wu 2020", "Li 2020b", "Li 2021"],
    },
    {
      name: "no letter that makes another study's id",
      of: [
        by(undefined, undefined, "s.txt"),
        by(undefined, undefined, "b/s.txt"),
        by(undefined, undefined, "sa.txt"),
      ],
      ids: ["sb", "sc", "sa"],
    },
  ])("gives $name", ({ of, ids }) => {
    expect(studyIds(of)).toEqual(ids);
  });

  test("are unique however many are equal", () => {
    const ids = studyIds(Array.from({ length: 800 }, () => by("Li Q", 2020)));
    expect(new Set(ids).size).toBe(800);
    expect(ids.slice(25, 28)).toEqual(["Li 2020z", "Li 2020aa", "Li 2020ab"]);
  });
});
