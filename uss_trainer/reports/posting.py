"""Posting statements to a learning record store: in lots, again after a failure, never twice."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from http.client import HTTPException
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

AT_ONCE = 50
"""Statements a lot."""

TRIES = 5
SECONDS = 30
"""How long one request may take."""

LONGEST = 60.0
"""Seconds waited at most, whatever the store asks for."""

SAID = 200
"""Characters of a refusal shown."""

KNOWN, BUSY, BROKEN = 409, 429, 500


@dataclass(frozen=True, slots=True)
class Store:
    """A record store's statements endpoint, and how to get in."""

    url: str
    key: str
    secret: str


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of the statements."""

    sent: int = 0
    known: int = 0
    """Statements whose id the store had already."""


class _Stay(HTTPRedirectHandler):
    """Follows nothing: where it led would be told the password."""

    def redirect_request(self, *_: Any) -> None:
        """Return that there is nothing to follow."""


def endpoint(url: str, key: str, secret: str) -> Store:
    """Return a store; TrainerError `report.bad-endpoint` or `report.no-keys`."""
    if not url.lower().startswith(("http://", "https://")):
        raise fail("report.bad-endpoint", clean(url)[:SAID])
    if not (key and secret):
        raise fail("report.no-keys")
    whole = url.rstrip("/")
    return Store(whole if whole.endswith("/statements") else f"{whole}/statements", key, secret)


def post(
    store: Store,
    statements: Iterable[dict[str, Any]],
    wait: Callable[[float], None],
    progress: Callable[[int], None] = lambda _: None,
) -> Posted:
    """Post all statements; `wait` sleeps so many seconds between tries.

    TrainerError `report.refused` or `report.unreachable`; what was posted before stays and is known the
    next time.
    """
    opener, left, done = build_opener(_Stay), iter(statements), Posted()
    while lot := list(islice(left, AT_ONCE)):
        more = _lot(opener, store, lot, wait)
        done = Posted(done.sent + more.sent, done.known + more.known)
        progress(len(lot))
    return done


def _lot(
    opener: OpenerDirector, store: Store, lot: list[dict[str, Any]], wait: Callable[[float], None]
) -> Posted:
    """Post a lot; one that holds something known is halved until only that is left out."""
    if _sent(opener, store, lot, wait):
        return Posted(sent=len(lot))
    if len(lot) == 1:
        return Posted(known=1)
    half = len(lot) // 2
    first, second = (_lot(opener, store, part, wait) for part in (lot[:half], lot[half:]))
    return Posted(first.sent + second.sent, first.known + second.known)


def _sent(
    opener: OpenerDirector, store: Store, lot: list[dict[str, Any]], wait: Callable[[float], None]
) -> bool:
    """Post and return True; False where the store knows something in it already."""
    cause = ""
    for attempt in range(TRIES):
        pause = min(2.0**attempt, LONGEST)
        try:
            with opener.open(_request(store, lot), timeout=SECONDS):
                return True
        except HTTPError as error:
            if error.code == KNOWN:
                return False
            said = clean(error.read(SAID * 4).decode("utf-8", "replace"))[:SAID]
            if error.code != BUSY and error.code < BROKEN:
                raise fail(
                    "report.refused", store.url, status=str(error.code), said=said
                ) from error
            cause, pause = f"{error.code} {said}", _asked(error, pause)
        except (OSError, HTTPException) as error:
            cause = str(error)
        if attempt < TRIES - 1:
            wait(pause)
    raise fail("report.unreachable", store.url, tries=str(TRIES), cause=clean(cause)[:SAID])


def _asked(error: HTTPError, pause: float) -> float:
    """Return the seconds the store asks one to wait, within reason."""
    said = error.headers.get("Retry-After", "")
    return min(float(said), LONGEST) if said.isdecimal() else pause


def _request(store: Store, lot: list[dict[str, Any]]) -> Request:
    secret = b64encode(f"{store.key}:{store.secret}".encode()).decode("ascii")
    return Request(
        store.url,
        json.dumps(lot, ensure_ascii=False).encode("utf-8"),
        {
            "Content-Type": "application/json",
            "X-Experience-API-Version": "1.0.3",
            "Authorization": f"Basic {secret}",
        },
        method="POST",
    )
