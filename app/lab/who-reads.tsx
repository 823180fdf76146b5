/**
 * Who will see a prediction, said before it is sent.
 * @param classes the names of the classes that the reader is a student of; undefined where that is not known
 */
export function WhoReads({ classes }: { classes: string[] | undefined }) {
  return (
    <p className="small soft">
      Not marked, and kept for you.{" "}
      {classes === undefined
        ? "If you are in a class, its teachers see how the class predicted, and can look up what you predicted. Nobody else sees it."
        : classes.length === 0
          ? "You are in no class, so no teacher sees it. If you join a class later, its teachers can."
          : `The teachers of ${new Intl.ListFormat("en-GB").format(classes)} see how the class predicted, and can look up what you predicted. Nobody else sees it.`}
    </p>
  );
}
