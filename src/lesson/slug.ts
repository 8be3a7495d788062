/** Slugs: names for sections, stable while their titles are. */

/** Gives each title a name of small letters, digits and hyphens, no two alike. */
export function slugs(): (title: string) => string {
  const taken = new Set(["title", "opening"]);
  return (title) => {
    const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const base =
      plain
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 40) || "section";
    let slug = base;
    for (let k = 2; taken.has(slug); k += 1) slug = `${base}-${k}`;
    taken.add(slug);
    return slug;
  };
}
