"""Words that Textual brings along; shown as they are."""

WORDS: dict[str, str] = {}
