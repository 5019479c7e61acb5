"""Posting to a record store that is slow, full, down, or has it all already."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from firm import GOOD, RUDE

from uss_trainer.actions.statements import told
from uss_trainer.errors import TrainerError
from uss_trainer.reports.posting import TRIES, Posted, endpoint, post

if TYPE_CHECKING:
    from firm import Firm

Answer = tuple[int, dict[str, str]]


@dataclass
class Double:
    """A record store: first it answers as told, then as xAPI has it."""

    answers: list[Answer] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def take(self, headers: dict[str, str], body: bytes) -> Answer:
        self.headers.append(headers)
        if self.answers:
            return self.answers.pop(0)
        lot = json.loads(body)
        if any(one["id"] in self.kept for one in lot):
            return 409, {}
        self.kept |= {one["id"]: one for one in lot}
        return 200, {}


@contextmanager
def serving(double: Double) -> Iterator[Double]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers = double.take(
                {name.lower(): of for name, of in self.headers.items()}, body
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"\x1b[31mno" if status >= 400 else b"[]")

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    double.url = f"http://127.0.0.1:{server.server_port}/xapi"
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()


def some(*ids: int) -> list[dict[str, Any]]:
    return [{"id": f"s{at}", "word": "你好"} for at in ids]


def waits(_: float) -> None:
    """Wait for nothing."""


def store(double: Double) -> Any:
    return endpoint(double.url, "key", "秘密")


@pytest.mark.parametrize(
    ("answers", "waited"),
    [
        ([], []),
        ([(503, {})], [1.0]),
        ([(500, {}), (502, {}), (429, {"Retry-After": "7"})], [1.0, 2.0, 7.0]),
        ([(429, {"Retry-After": "86400"})], [60.0]),
        ([(503, {"Retry-After": "soon"})], [1.0]),
    ],
    ids=["at-once", "again", "as-long-as-asked", "within-reason", "no-number"],
)
def test_all_arrive(answers: list[Answer], waited: list[float]) -> None:
    pauses: list[float] = []
    with serving(Double(list(answers))) as double:
        assert post(store(double), some(*range(120)), pauses.append) == Posted(sent=120)
    assert pauses == waited
    assert len(double.kept) == 120
    assert double.kept["s3"]["word"] == "你好"
    (first, *_) = double.headers
    assert first["x-experience-api-version"] == "1.0.3"
    secret = b64encode("key:秘密".encode()).decode()
    assert first["authorization"] == f"Basic {secret}"


def test_what_is_there_is_not_sent_again() -> None:
    counted: list[int] = []
    with serving(Double()) as double:
        post(store(double), some(3, 50), waits)
        found = post(store(double), some(*range(60)), waits, counted.append)
        assert found == Posted(sent=58, known=2)
        assert post(store(double), some(*range(60)), waits) == Posted(known=60)
    assert len(double.kept) == 60
    assert counted == [50, 10]


def test_real_statements_arrive_once(firm: Firm) -> None:
    firm.play("Ned", *GOOD)
    firm.play("Tom", *RUDE)

    def made() -> list[dict[str, Any]]:
        return [one for some in told(firm.desk, "pack", "small", "en").each for one in some]

    with serving(Double()) as double:
        assert post(store(double), made(), waits) == Posted(sent=len(made()))
        firm.play("Tom", *GOOD)
        more = post(store(double), made(), waits)
        assert (more.known, more.sent) == (len(double.kept) - more.sent, 8)
    names = {one["actor"]["name"] for one in double.kept.values()}
    assert names == {"Ned", "Tom"}


@pytest.mark.parametrize(
    ("answers", "code", "tries"),
    [
        ([(401, {})], "report.refused", 1),
        ([(400, {})], "report.refused", 1),
        ([(302, {"Location": "http://127.0.0.1:9/steal"})], "report.refused", 1),
        ([(503, {})] * TRIES, "report.unreachable", TRIES),
    ],
    ids=["key", "shape", "elsewhere", "down"],
)
def test_a_refusal_is_told(answers: list[Answer], code: str, tries: int) -> None:
    with serving(Double(answers)) as double, pytest.raises(TrainerError) as caught:
        post(store(double), some(1), waits)
    problem = caught.value.problem
    assert (problem.code, len(double.headers)) == (code, tries)
    assert "\x1b" not in "".join(problem.facts.values())


def test_nobody_there() -> None:
    with serving(Double()) as double:
        pass
    with pytest.raises(TrainerError) as caught:
        post(store(double), some(1), waits)
    assert caught.value.problem.code == "report.unreachable"


@pytest.mark.parametrize(
    ("url", "key", "code"),
    [
        ("file:///etc/passwd", "k", "report.bad-endpoint"),
        ("lrs.example", "k", "report.bad-endpoint"),
        ("https://lrs.example", "", "report.no-keys"),
    ],
)
def test_an_endpoint_that_is_none(url: str, key: str, code: str) -> None:
    with pytest.raises(TrainerError) as caught:
        endpoint(url, key, "s")
    assert caught.value.problem.code == code


def test_the_path_is_completed() -> None:
    for url in ("https://l.example/x/", "https://l.example/x/statements"):
        assert endpoint(url, "k", "s").url == "https://l.example/x/statements"
