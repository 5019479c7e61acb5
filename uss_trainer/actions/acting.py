"""Who acts, and whether they may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.naming import person_named
from uss_trainer.coaching.people import ME
from uss_trainer.coaching.privacy import may_read
from uss_trainer.errors import fail
from uss_trainer.store import people as store

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.people import Act, Person


def actor_of(desk: Desk) -> Person:
    """Return who acts: the person named to the desk, else whoever uses the machine.

    TrainerError `persons.no-such-person` or `persons.ambiguous`.
    """
    if not desk.person:
        return store.me(desk.database)
    return person_named(store.roster(desk.database), desk.person)


def allow(desk: Desk, act: Act) -> Person:
    """Return who acts; TrainerError `people.may-not` where they may not do this."""
    person = desk.actor
    if not person.active:
        raise fail("persons.inactive", name=person.name or person.id)
    if not person.may(act):
        raise fail(f"persons.may-not-{act}", name=person.name or person.id)
    return person


def by(desk: Desk, act: Act) -> store.By:
    """Return who acts and when, for the audit log; TrainerError where they may not do this."""
    return store.By(allow(desk, act).id, desk.at())


def has_desk(desk: Desk) -> bool:
    """Return whether whoever acts has others to train; who is alone with the program hasn't."""
    return desk.actor.may("results") and not store.alone(desk.database)


def own(desk: Desk, attempt: Attempt) -> None:
    """Let only its owner go on with an attempt, and only an exam with its own.

    TrainerError `persons.not-yours` or `exam.only-there`.
    """
    mine(desk, attempt)
    if attempt.exam:
        raise fail("exam.only-there", attempt=attempt.id)


def mine(desk: Desk, attempt: Attempt) -> None:
    """TrainerError `persons.not-yours` where an attempt is somebody else's."""
    if attempt.person != desk.actor.id:
        raise fail("persons.not-yours", attempt=attempt.id)


def readable(desk: Desk, attempt: Attempt) -> None:
    """Let its owner read an attempt, and trainers one that is official or was shared with them.


    TrainerError `persons.private` otherwise, and `exam.kept-back` for one of an exam whose trainee
    hasn't rated themselves yet.
    """
    if not may_read(desk.actor, attempt, is_shared(desk, attempt)):
        raise fail("persons.private", attempt=attempt.id)
    if attempt.exam:
        from uss_trainer.store.exams import exam_of

        exam = exam_of(desk.database, attempt.exam)
        if exam is not None and not exam.rated_at:
            raise fail("exam.kept-back", attempt=attempt.id)


def is_shared(desk: Desk, attempt: Attempt) -> bool:
    """Return whether an attempt of somebody else's is shared with trainers; one's own isn't asked."""
    from uss_trainer.store.sharing import shared

    return attempt.person != desk.actor.id and shared(desk.database, attempt.id)


def called(person: Person, otherwise: str) -> str:
    """Return what customers call somebody: their name, for `me` the one in the settings."""
    return otherwise if person.id == ME and otherwise else person.name or otherwise
