/** A table says the same few things in a hundred thousand cells. */

/** The same answers as `look`, each worked out once; they are kept as long as what this returns. */
export function lookUpOnce<Asked, Answer>(look: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const kept = known.get(asked);
    if (kept !== undefined || known.has(asked)) return kept as Answer;
    const answer = look(asked);
    known.set(asked, answer);
    return answer;
  };
}
