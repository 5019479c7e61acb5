"""Words of grading stored replies by today's rubrics."""

WORDS = {
    "help": "Grade stored replies by today's rubrics: whose result would be another, and why.",
    "help-technique": "Only conversations that this technique has a part in.",
    "help-dry-run": "Say what would come out and store nothing; so it is without --write too.",
    "help-write": "Store the results that come out otherwise beside the old ones, which stay.",
    "nothing": "no finished attempt fits; `uss-trainer results` lists what was assigned, `history` one's own",
    "progress": "Grading",
    "summary": "Attempts with typed replies graded again: {count}; results that would be others: {moved}; judged otherwise with the same result: {others}",
    "result": "{total} ({band})",
    "attempt": "{name}, {scenario}, {attempt}: {before} → {after}",
    "turn": "turn {turn}: {what}",
    "quality": "quality {before} → {after}",
    "card": "no reply is judged otherwise; it adds up to other: {parts}",
    "version": "{what}: {then} then, {now} now",
    "by-step": "Steps found more often or less often: {steps}",
    "dry": "Nothing was stored; --write stores these results beside the old ones.",
    "written": "Stored beside the old results, which stay as they are.",
    "gone": "attempt {attempt} was left out: there is no rubric '{technique}' any more",
    "shown": "Graded again on {day}: {total} ({band}); the result above stays",
}
