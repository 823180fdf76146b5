/**
 * What follows from the course alone, as long as that course is the one that is stored: see `course` of a lesson. Only keys that
 * the course has may come in, so that it never holds more than the course.
 */
export class KeptOfCourse<Made extends object | string> {
  private course = "";
  private readonly kept = new Map<string, Made>();

  /**
   * @param course as it was when this request read it; "" before there was a sync
   * @param make is called where nothing is kept; what it makes belongs to all requests from then on, and is changed by none
   */
  async get(course: string, key: string, make: () => Promise<Made | undefined> | Made): Promise<Made | undefined> {
    if (course === "") return make();
    if (course !== this.course) this.kept.clear();
    this.course = course;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = await make();
    // What was made while the course changed may be half of each.
    if (made !== undefined && course === this.course) this.kept.set(key, made);
    return made;
  }
}
