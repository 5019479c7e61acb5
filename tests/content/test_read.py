"""Reading a file: what it is saved as, how large it is, and that every scalar stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from uss_trainer.content import events
from uss_trainer.content.clean import clean
from uss_trainer.content.read import parse, read_document, read_text
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence

SAID = "名称: 您好\n级别: 新人练习电话约访\n"


@pytest.mark.parametrize(
    ("data", "place", "zh", "en"),
    [
        pytest.param(
            SAID.encode("utf-16"),
            "",
            "存成了 UTF-16；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
            "is saved as UTF-16; save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
            id="UTF-16",
        ),
        pytest.param(
            b"id: cold-call\ntitle: x\n".decode().encode("utf-16-be"),
            "",
            "存成了 UTF-16；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
            "is saved as UTF-16; save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
            id="UTF-16 without its mark",
        ),
        pytest.param(
            ("id: x\n" + SAID).encode("gbk"),
            ":2",
            "存成了 GBK（ANSI）；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
            "is saved as GBK (ANSI); save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
            id="GBK",
        ),
        pytest.param(
            "id: x\nen: Café au lait\n".encode("latin-1"),
            ":2",
            "含有不是 UTF-8 的字节；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
            "holds bytes that aren't UTF-8; save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
            id="Latin-1",
        ),
        pytest.param(
            b"id: x\nen: a\0b\n",
            ":2",
            "含有空字符（NUL），不是文本文件；请用文本编辑器重写",
            "holds a NUL character, so this is no text file; write it anew in a text editor",
            id="NUL",
        ),
        pytest.param(
            b"\xef\xbb\xbf \n\n",
            "",
            "是空的；内容文件以“format: …”开头",
            "is empty; a content file begins with 'format: …'",
            id="empty",
        ),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, data: bytes, place: str, zh: str, en: str
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(TrainerError) as refused:
        read_text(path)
    assert sentence(refused.value.problem, "zh") == f"{path}{place}: {zh}"
    assert sentence(refused.value.problem, "en") == f"{path}{place}: {en}"


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: x\r\nzh: \xe6\x82\xa8\r\n")
    assert read_document(path).value == {"id": "x", "zh": "您"}


def test_a_hundred_megabytes_are_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("the file was read"))
    with pytest.raises(TrainerError) as refused:
        read_text(path)
    assert sentence(refused.value.problem, "en") == (
        f"{path}: is 100 MB large; content files hold at most 8 MB"
    )


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.yaml", "check.no-file"), (tmp_path, "check.not-a-file")):
        with pytest.raises(TrainerError) as refused:
            read_text(path)
        assert refused.value.problem.code == code


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n"])
def test_thirty_thousand_levels_are_refused(opening: str) -> None:
    text = opening * 30_000
    if opening == "a:\n":
        text = "".join(f"{' ' * level}a:\n" for level in range(2_000))
    with pytest.raises(TrainerError) as refused:
        parse(text, "deep.yaml")
    assert refused.value.problem.code == "check.too-deep"


def test_every_scalar_stays_text() -> None:
    text = "a: No\nb: 14:30\nc: 4:00\nd: 1.0\ne: ~\nf: null\ng: 0x1f\nh: 2026-01-02\ni:\n"
    assert parse(text, "").value == {
        **{"a": "No", "b": "14:30", "c": "4:00", "d": "1.0", "e": "~"},
        **{"f": "null", "g": "0x1f", "h": "2026-01-02", "i": ""},
    }


def test_places_are_lines_and_columns_of_keys_and_items() -> None:
    document = parse("a:\n  - b: 1\n    c: 2\n  - d\n", "x.yaml")
    assert document.places == {
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 0, "b"): (2, 5),
        ("a", 0, "c"): (3, 5),
        ("a", 1): (4, 5),
    }
    assert document.place(("a", 0, "c", "gone")) == "x.yaml:3"
    assert document.place(("gone",)) == "x.yaml:1"


@pytest.mark.parametrize(
    "text",
    [
        "quality: 3  # best\n",
        "id: greet # first\n",
        'zh: "您好" # said twice\n',
        "# 您好 #1\nid: x\n",
        "zh: |\n  您好 #1\n  再见\n",
        "zh: C#1 很好\n",
    ],
)
def test_comments_and_hashes_that_cut_nothing_pass(text: str) -> None:
    assert parse(text, "").notes == ()


def test_the_loader_without_c_reads_and_refuses_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a:\n  - b: 您好\n    c: [x, y]\n"
    with_c = parse(text, ""), parse(text, "").places
    monkeypatch.setattr(events, "_Loader", yaml.SafeLoader)
    assert (parse(text, ""), parse(text, "").places) == with_c
    for wrong, code in (("a：x\nb: y\n", "check.wide-colon"), ("a: @b\n", "check.begins-with")):
        with pytest.raises(TrainerError) as refused:
            parse(wrong, "")
        assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("\x1b[31m红\x1b[0m", "[31m红[0m"),
        ("a\r\nb\rc\td\n", "a\nb\nc\td\n"),
        ("\u202e反\u2066\u200f", "反"),
        ("\x9b31m\x00\x7f", "31m"),
        ("一\u2028二", "一\n二"),
        ("[red]x[/] 😀👨\u200d👩", "[red]x[/] 😀👨\u200d👩"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_what_steers_a_terminal_is_taken_out(dirty: str, shown: str) -> None:
    assert clean(dirty) == shown
    assert clean(shown) == shown


def test_content_is_cleaned_where_it_enters() -> None:
    text = 'zh: "\\e]0;title\\a好\\u202e"\nen: a\x1b[2Jb\n'
    assert parse(text, "").value == {"zh": "]0;title好", "en": "a[2Jb"}
