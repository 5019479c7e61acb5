"""Bad input of every kind: one clear line, a non-zero exit, and nothing harmed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import TESTS, Program

SMALL = TESTS / "packs" / "small"


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 1, "replies.txt: holds no reply"),
        (b"\n  \n\t\n", 1, "replies.txt: holds no reply"),
        ("您好，我是小李\n".encode("gbk"), 1, "replies.txt:1: is saved as GBK"),
        ("2\n".encode("utf-16"), 1, "UTF-16"),
        (b"2\n\xff\xfe\xfd\n", 1, "replies.txt:2: "),
        (b"2\n1\x00\n", 1, "replies.txt:2: "),
        (b"2\n\x1b\x07\n", 1, "replies.txt:2: the reply is empty"),
        (b"2\n0\n", 1, "replies.txt:2: reply 0 is not there"),
    ],
)
def test_reply_files(uss: Program, tmp_path: Path, content: bytes, code: int, said: str) -> None:
    path = tmp_path / "replies.txt"
    path.write_bytes(content)
    answer = uss("play", "short-call", "--replies", path)
    assert answer.code == code
    assert answer.out == ""
    assert said in answer.line
    assert uss("history", "--format", "json").json == {"attempts": [], "drills": []}


@pytest.mark.parametrize(
    "reply",
    [
        "x" * 100_000,
        "好" * 100_000,
        "[red]x[/] [/] [@click=app.quit]x[/]",
        "\x1b]0;title\x07hello \x1b[2J",
        "\u202eمرحبا\u202c 😀",
        "13800138000",
    ],
    ids=["long", "long-zh", "markup", "escapes", "bidi", "telephone"],
)
def test_strange_replies_are_only_replies(uss: Program, tmp_path: Path, reply: str) -> None:
    path = tmp_path / "replies.txt"
    path.write_text(f"{reply}\n{reply}\n{reply}\n", encoding="utf-8")
    answer = uss("play", "short-call", "--replies", path, "--dry-run", "--format", "json")
    assert answer.code in (0, 3), answer.err
    assert "Traceback" not in answer.err
    turns = answer.json["turns"]
    assert not any(turn["steps"] for turn in turns)
    for sign in ("\x1b", "\x07", "\u202e"):
        assert sign not in answer.out
        assert sign not in answer.err
    if len(reply) > 2000:
        assert {(turn["gradable"], turn["reason"]) for turn in turns} == {(False, "too-long")}


def test_missing_things_name_what_is_missing(uss: Program, tmp_path: Path) -> None:
    assert "no-file.txt: " in uss("play", "short-call", "--replies", "no-file.txt").line
    assert "there is no such file" in uss("check", tmp_path / "nothing.yaml").out
    assert uss("check", tmp_path / "nothing.yaml").code == 1
    assert "holds no content files" in uss("check", tmp_path).out
    folder = uss("grade", "--technique", "phone", tmp_path)
    assert (folder.code, folder.out) == (1, "")
    assert folder.line.startswith(str(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="only POSIX passes bytes as arguments")
@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([b"show", b"\xff"], 1),
        ([b"play", b"\xff\x1b[2J", b"--replies", b"/dev/null"], 1),
        ([b"play", b"short-call", b"--replies", b"/dev/zero"], 1),
        ([b"check", b"\xff"], 1),
        ([b"--packs", b"\xff", b"list"], 1),
        ([b"li\xff\n\x1b[2Jst"], 2),
        ([b"grade", b"--technique", b"\xff", b"-"], 1),
    ],
    ids=range(7),
)
def test_arguments_that_are_no_text(uss: Program, args: list[bytes], code: int) -> None:
    command = [sys.executable.encode(), b"-m", b"uss_trainer", *args]
    done = subprocess.run(command, input=b"", capture_output=True, env=uss.environ, check=False)
    assert done.returncode == code, done.stderr
    lines = done.stderr.decode("utf-8").splitlines()
    assert len(lines) == 1, lines
    assert "\x1b" not in lines[0]


@pytest.mark.skipif(os.name == "nt", reason="closing a stream needs a POSIX shell")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("grade --technique phone <&-", "there is nothing to read"),
        ("paths >&-", "can't write the result"),
        ("play short-call --replies <(echo)", "holds no reply"),
    ],
)
def test_streams_that_are_closed_or_pipes(uss: Program, command: str, said: str) -> None:
    line = f'"$0" -m uss_trainer {command}'
    done = subprocess.run(
        ["bash", "-c", line, sys.executable], capture_output=True, env=uss.environ, check=False
    )
    assert done.returncode == 1
    assert said in done.stderr.decode("utf-8")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "is no JSON"),
        ('{"id": 1, "text": ', "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[1]", "holds no"),
        ('{"id": 1}', "'text' is missing"),
        ('{"id": 1, "text": 5}', "'text' must be text"),
        ('{"id": 1, "text": "a", "context": []}', "'context' must be text"),
    ],
    ids=range(7),
)
def test_malformed_rows_are_named_by_their_line_and_the_rest_is_graded(
    uss: Program, tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        f'{{"id": 1, "text": ""}}\n\n{line}\n{{"id": 2, "text": " "}}\n', encoding="utf-8"
    )
    answer = uss("grade", "--technique", "phone", path)
    assert answer.code == 1
    assert answer.line.startswith(f"{path}:3: ")
    assert said in answer.line
    assert [json.loads(one)["id"] for one in answer.out.splitlines()] == [1, 2]


def test_a_broken_rubric_file_is_named(uss: Program, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("format: rubric/1\ntechnique: mine\n\n", encoding="utf-8")
    answer = uss("grade", "--rubric", path, stdin='{"text": "x"}')
    assert (answer.code, answer.out) == (1, "")
    assert answer.line.startswith(f"{path}:1: ")


def database(uss: Program) -> Path:
    path = uss.home / "data" / "trainer.db"
    path.parent.mkdir(parents=True)
    return path


def corrupt(path: Path) -> None:
    path.write_bytes(b"this is no database, whatever its name says" * 100)


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', '99')")


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cars (id INTEGER)")


def foreign_meta(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (name TEXT)")


def no_number(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', 'of things')")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (corrupt, "damaged or no database"),
        (newer, "newer uss-trainer"),
        (foreign, "another program"),
        (foreign_meta, "another program"),
        (no_number, "another program"),
    ],
)
def test_a_database_that_is_not_ours_is_left_alone(uss: Program, script, make, said: str) -> None:
    path = database(uss)
    make(path)
    before = path.read_bytes()
    for command in (["history"], ["show", "a"], ["play", "short-call", "--replies", script("2")]):
        answer = uss(*command)
        assert (answer.code, answer.out) == (1, ""), command
        assert said in answer.line
    assert path.read_bytes() == before
    doctor = uss("doctor", "--format", "json")
    assert doctor.code == 1
    found = next(one for one in doctor.json["findings"] if one["name"] == "database")
    assert not found["ok"]
    assert said in found["text"]


def test_a_folder_that_can_not_be_made(uss: Program, script) -> None:
    blocked = uss.home / "data"
    uss.home.mkdir()
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    answer = uss("play", "short-call", "--replies", script("2"))
    assert (answer.code, answer.out) == (1, "")
    assert "the database can't be opened" in answer.line


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(uss: Program, script) -> None:
    uss.home.mkdir(mode=0o500)
    answer = uss("play", "short-call", "--replies", script("2"))
    assert (answer.code, answer.out) == (1, "")
    assert "can't be opened" in answer.line


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_output_is_utf8_whatever_the_locale(uss: Program, encoding: str) -> None:
    answer = uss.apart(
        "paths", "--lang", "zh", environ={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    )
    assert answer.code == 0
    assert "数据" in answer.out
    refused = uss.apart("show", "无", "--lang", "zh", environ={"PYTHONIOENCODING": encoding})
    assert "没有练习“无”" in refused.line


def test_a_reader_that_stops_reading(uss: Program) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "uss_trainer", "paths"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=uss.environ,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert err == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_is_full(uss: Program) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "uss_trainer", "paths"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=uss.environ,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["can't write the result (No space left on device)"]


def test_a_bug_is_one_line_and_its_details_are_kept(uss: Program, tmp_path: Path) -> None:
    """A module that stands in the program's way makes it fail where nobody expects it."""
    ahead = tmp_path / "ahead"
    ahead.mkdir()
    (ahead / "click.py").write_text("raise ZeroDivisionError('quite unexpected')", encoding="utf-8")
    path = os.pathsep.join([str(ahead), uss.environ["PYTHONPATH"]])
    answer = uss.apart("list", environ={"PYTHONPATH": path})
    assert (answer.code, answer.out) == (70, "")
    assert "ZeroDivisionError: quite unexpected" in answer.line
    (kept,) = (uss.home / "cache").glob("bug-*.txt")
    assert str(kept) in answer.line
    assert "Traceback" in kept.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a console's ctrl+c can't be sent to one process")
def test_ctrl_c_is_one_line(uss: Program) -> None:
    import signal
    import time

    process = subprocess.Popen(
        [sys.executable, "-m", "uss_trainer", "grade", "--technique", "phone"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=uss.environ,
    )
    # While libraries are being loaded an interrupt can get lost; whoever waits presses again.
    for _ in range(30):
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.5)
            break
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert err.decode().splitlines() == ["interrupted; everything sent is stored"]
