import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest: begun last, each of them would be alone at the end with one core idle. */
const longest = ["browser/crawl", "server/access", "store/weave", "walkthroughs/whole-lesson", "walkthroughs/kill"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
