"""The way through an exam: each screen asks here which one comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.tui.opening import wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exams import Going
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.i18n import Lang
    from uss_trainer.tui.screens.base import BaseScreen


def first_screen(
    desk: Desk, target: str, seed: int | None = None, assignment: str = ""
) -> Screen[None]:
    """Return the screen for a pack or an exam named; TrainerError where it can't be sat."""
    from uss_trainer.actions.exam_views import to_go_on_with
    from uss_trainer.actions.exams import go_on
    from uss_trainer.tui.screens.exam import RulesScreen

    if name := to_go_on_with(desk, target, assignment):
        return screen_of(go_on(desk, name, interrupted=True))
    return RulesScreen(target, seed, assignment)


def screen_of(going: Going) -> Screen[None]:
    """Return the screen on which an exam goes on."""
    from uss_trainer.tui.screens.exam import NextScreen
    from uss_trainer.tui.screens.exam_rating import RatingScreen
    from uss_trainer.tui.screens.exam_report import ReportScreen

    exam = going.exam
    if exam.stage == "rated":
        return ReportScreen(exam.id)
    return RatingScreen(exam.id) if exam.stage == "to-rate" else NextScreen(going)


def open_exam(screen: BaseScreen, target: str, assignment: str = "") -> None:
    """Open a pack's exam, or one by its id, on top of the screen that asked."""
    desk = screen.trainer.desk

    def ready(made: Screen[None] | None) -> None:
        if made is not None:
            screen.app.push_screen(made)

    wait(screen, lambda: first_screen(desk, target, None, assignment), ready)


def begin_exam(screen: BaseScreen, pack: str, seed: int | None, assignment: str) -> None:
    """Begin an exam: its time runs from now on."""
    app = screen.trainer
    lang, me = app.lang, app.me

    def begun() -> Going:
        from uss_trainer.actions.exams import begin

        return begin(app.desk, pack, lang=lang, me=me, seed=seed, assignment=assignment)

    _on(screen, begun)


def go_next(screen: BaseScreen, exam: str) -> None:
    """Go on with an exam: to the next conversation, the rating or the report."""
    app = screen.trainer

    def gone_on() -> Going:
        from uss_trainer.actions.exams import go_on

        return go_on(app.desk, exam)

    _on(screen, gone_on)


def _on(screen: BaseScreen, make: Callable[[], Going]) -> None:
    def ready(going: Going | None) -> None:
        if going is not None:
            screen.app.switch_screen(screen_of(going))

    wait(screen, make, ready)


def hold(screen: BaseScreen, going: Going) -> None:
    """Begin, or go on with, the conversation to be held now."""
    app = screen.trainer
    lang: Lang = app.lang

    def entered() -> Sitting:
        from uss_trainer.actions.exams import enter

        return enter(app.desk, going, lang)

    def ready(sitting: Sitting | None) -> None:
        if sitting is not None:
            from uss_trainer.tui.screens.exam_play import ExamPlayScreen

            screen.app.switch_screen(ExamPlayScreen(going, sitting))

    wait(screen, entered, ready)
