"""Say what an author did, where YAML only says what it couldn't read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from uss_trainer.content.events import DEPTH, plain_ends, readable
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    import yaml

_LEAD = re.compile(r"[ \t\u3000\u00a0]*(?:- +)*(?:[\w-]+ *:(?: +|$))?")
"""Indent, dashes and key: what stands before a line's own text."""

_TAB = re.compile(r" *\t")
_WIDE_BLANK = re.compile(r"[ \t]*[\u3000\u00a0]")
_WIDE_COLON = re.compile(r"\s*(?:- +)*[A-Za-z][\w-]*\s*：")
_TIGHT_COLON = re.compile(r"\s*(?:- +)*[a-z][a-z_]*:[^\s:/]")
_WIDE_COMMA = re.compile(r"[，、]\s*[\w-]+\s*[:：\],}]")
_WIDE_COLON_INSIDE = re.compile(r"[{,，]\s*[A-Za-z_]+\s*：")
_INLINE = re.compile(r"\{\s*[A-Za-z_]+\s*[:：]")
_TEXT_AFTER = {
    "[": re.compile(r"\[[^\]]*\]\s*[^\s#,\]}]"),
    "{": re.compile(r"\{[^}]*\}\s*[^\s#,\]}]"),
}
_FOLDED = re.compile(r"[>|][-+0-9]*\s*(?:#.*)?$")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_AFTER_QUOTE = re.compile(r"\s*(?:$|#|[,:\]}])")
_CURLY = "“”‘’「＂"
_INSIDE = (
    ("check.wide-colon", _WIDE_COLON_INSIDE),
    ("check.curly-quotes", re.compile("[“”]")),
    ("check.wide-comma", _WIDE_COMMA),
    ("check.colon-in-text", re.compile(r"\w: [^,\"'{}\[\]]*: ")),
)
_COMMENT = re.compile(r"[^\s#][ \t]+#")
_CURLY_AROUND = re.compile(r"“(?<=[:-] “)[^“”\n]*”[ \t]*$", re.MULTILINE)
_TOKEN = re.compile(r"[A-Za-z0-9_.,/+-]*")

Found: TypeAlias = "tuple[str, dict[str, str]] | None"


def diagnose(text: str, where: str, error: yaml.YAMLError) -> Problem:
    """Return what is wrong with a text that YAML refuses, at the line where its author slipped."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    last = min(mark.line if mark else 0, len(lines) - 1)
    message = str(getattr(error, "problem", ""))
    if "nesting depth" in message:
        return Problem("check.too-deep", f"{where}:{last + 1}", {"limit": str(DEPTH)})
    for number in _suspects(lines, last, getattr(error, "context_mark", None)):
        if found := _mistake(lines[number]):
            first = _first_alike(lines, number, found[0])
            return Problem(found[0], f"{where}:{first + 1}", found[1])
    above = next((number for number in range(last - 1, -1, -1) if lines[number].strip()), last)
    if "mapping values" in message and ":" not in lines[above]:
        return Problem("check.no-colon", f"{where}:{above + 1}")
    return Problem(_by_message(message), f"{where}:{last + 1}")


def _suspects(lines: list[str], last: int, context: Any) -> Iterator[int]:
    """Yield the lines to look at: where YAML stopped, a few above, where the construct began."""
    above = [number for number in range(last, -1, -1) if lines[number].strip()][:4]
    yield from above
    if context and context.line not in above and context.line < len(lines):
        yield context.line


def _first_alike(lines: list[str], number: int, code: str) -> int:
    """Return the first of the lines in a row that all hold the same mistake."""
    while number and (found := _mistake(lines[number - 1])) and found[0] == code:
        number -= 1
    return number


def _mistake(line: str) -> Found:
    """Return the mistake a line shows by itself, or None."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    for code, pattern in (
        ("check.tab-indent", _TAB),
        ("check.wide-indent", _WIDE_BLANK),
        ("check.wide-colon", _WIDE_COLON),
        ("check.tight-colon", _TIGHT_COLON),
    ):
        if pattern.match(line):
            return code, {}
    lead = _LEAD.match(line)
    return _in_value(line[lead.end() if lead else 0 :].rstrip())


def _in_value(value: str) -> Found:
    """Return the mistake in what follows a line's key."""
    sign = value[:1]
    if sign in _VALUES:
        return _VALUES[sign](value)
    if _WIDE_COMMA.search(value) and value.endswith("]"):
        return "check.wide-comma", {}
    if ": " in value or value.endswith(":"):
        return "check.colon-in-text", {}
    return None


def _in_brackets(value: str) -> Found:
    """Return the mistake in a value that begins with `[` or `{`."""
    sign = value[0]
    if value.endswith(",") or readable(value):
        return None
    if (sign == "{" and not _INLINE.match(value)) or _TEXT_AFTER[sign].match(value):
        return "check.begins-with", {"sign": sign}
    for code, pattern in _INSIDE:
        if pattern.search(value):
            return code, {}
    if cut := _COMMENT.search(value):
        kept = re.split(r"[:,] +|\[|\{", value[: cut.start() + 1])[-1]
        return "check.hash-in-text", {"kept": kept[-20:]}
    return ("check.inline-text", {}) if sign == "{" else ("check.begins-with", {"sign": sign})


def _in_quotes(value: str) -> Found:
    """Return the mistake in a value that begins with a straight quote."""
    closed = _CLOSED[value[0]].match(value)
    if not closed:
        return "check.unclosed-quote", {}
    if not _AFTER_QUOTE.match(value, closed.end()):
        return "check.after-quote", {"sign": value[0]}
    return None


def _begins(value: str) -> Found:
    """Return that a value begins with a sign YAML keeps for itself."""
    if value[0] in ">|" and _FOLDED.match(value):
        return None
    return "check.begins-with", {"sign": value[0]}


_VALUES: dict[str, Callable[[str], Found]] = {
    **dict.fromkeys("[{", _in_brackets),
    **dict.fromkeys("\"'", _in_quotes),
    **dict.fromkeys("@`*&!%>|?", _begins),
    **dict.fromkeys(_CURLY, lambda value: ("check.curly-quotes", {})),
}


def _by_message(message: str) -> str:
    """Return the code for a mistake that only YAML's own message tells."""
    if "escape" in message:
        return "check.escape"
    if "could not find expected ':'" in message:
        return "check.no-colon"
    if any(
        words in message for words in ("block end", "expected '-'", "expected key", "not allowed")
    ):
        return "check.indent"
    return "check.yaml"


def traps(text: str, where: str) -> list[Problem]:
    """Return what YAML reads without an error and no author means."""
    problems = []
    if "“" in text:
        for found in _CURLY_AROUND.finditer(text):
            place = f"{where}:{text.count(chr(10), 0, found.start()) + 1}"
            problems.append(Problem("check.curly-around", place, severity="warning"))
    if (" #" in text or "\t#" in text) and _COMMENT.search(text):
        problems += _cut(text, where)
    return problems


def _cut(text: str, where: str) -> Iterator[Problem]:
    """Yield each unquoted text that a ` #` on its line cuts short."""
    lines = text.split("\n")
    for value, line, column in plain_ends(text):
        rest = lines[line][column:].lstrip() if line < len(lines) else ""
        if rest.startswith("#") and (rest[1:2].strip() or not _TOKEN.fullmatch(value)):
            yield Problem("check.hash-in-text", f"{where}:{line + 1}", {"kept": value[-20:]})
