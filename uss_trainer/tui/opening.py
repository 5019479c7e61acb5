"""Ways into a conversation or its debrief that several screens share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.drilling import Done, Going
    from uss_trainer.actions.home import Line
    from uss_trainer.actions.practising import Asked
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.practising import Session
    from uss_trainer.tui.screens.base import BaseScreen

Made = TypeVar("Made")


def begin_play(
    screen: BaseScreen, scenario: str, mode: str, seed: int | None = None, assignment: str = ""
) -> None:
    """Begin an attempt and open it in place of the screen that asked for it."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin

        return begin(
            app.desk,
            scenario,
            mode=mode,
            lang=app.lang,
            me=app.me,
            seed=seed,
            assignment=assignment,
        )

    _open(screen, begun, instead=True)


def open_line(screen: BaseScreen, line: Line) -> None:
    """Open what Home's row stands for: a deal's map, a drill, or a scenario's briefing."""
    from uss_trainer.actions.home import DEAL, EXAM, SCENARIO, family

    if line.kind == "exam":
        from uss_trainer.tui.exam_way import open_exam

        open_exam(screen, line.id.removeprefix(EXAM))
        return
    if family(line.kind) == DEAL:
        from uss_trainer.tui.screens.deal import DealScreen

        screen.app.push_screen(DealScreen(line.id))
    elif family(line.kind) == SCENARIO:
        brief(screen, line.id)
    else:
        begin_drill(screen, line.id)


def brief(screen: BaseScreen, scenario: str, assignment: str = "") -> None:
    """Open a scenario's briefing."""
    from uss_trainer.tui.screens.briefing import BriefingScreen

    screen.app.push_screen(BriefingScreen(scenario, assignment=assignment))


def visit_deal(screen: BaseScreen, run: str) -> None:
    """Go to the visit that is next in a deal, or on with the one begun."""
    app = screen.trainer

    def ready() -> Sitting:
        from uss_trainer.actions.dealing import open_dealing, visit

        return visit(app.desk, open_dealing(app.desk, run, app.lang))[1]

    _open(screen, ready)


def try_call(screen: BaseScreen) -> None:
    """Begin the shortest phone call in guided mode, on top of Home."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin
        from uss_trainer.actions.start import call_to_try

        call = call_to_try(app.desk)
        return begin(app.desk, call, mode="guided", lang=app.lang, me=app.me)

    _open(screen, begun)


def resume_play(screen: BaseScreen, attempt: str) -> None:
    """Open an unfinished attempt where it stands."""
    app = screen.trainer

    def resumed() -> Sitting:
        from uss_trainer.actions.sittings import resume

        return resume(app.desk, attempt, app.lang)

    _open(screen, resumed)


def begin_drill(screen: BaseScreen, drill: str, *, instead: bool = False) -> None:
    """Begin a drill, on top of the screen that asked or in its place."""
    app = screen.trainer

    def begun() -> Going:
        from uss_trainer.actions.drilling import begin

        return begin(app.desk, drill, me=app.me)

    def ready(going: Going | None) -> None:
        if going is not None:
            from uss_trainer.tui.screens.drill import DrillScreen

            open_it = app.switch_screen if instead else app.push_screen
            open_it(DrillScreen(going))

    wait(screen, begun, ready)


def practise(screen: BaseScreen, session: Session | None = None) -> None:
    """Begin today's five minutes on top of the screen that asked, or go on in its place."""
    app = screen.trainer

    def asked() -> Asked | Session:
        from uss_trainer.actions.practising import ask, start

        now = session or start(app.desk)
        return ask(app.desk, now, app.me) or now

    def ready(found: Asked | Session | None) -> None:
        if found is not None:
            from uss_trainer.tui.screens.practise import screen_for

            (app.switch_screen if session else app.push_screen)(screen_for(found))

    wait(screen, asked, ready)


def open_remembered(screen: BaseScreen) -> None:
    """Open what is remembered."""
    from uss_trainer.tui.screens.remembered import RememberedScreen

    screen.app.push_screen(RememberedScreen())


def open_answer(screen: BaseScreen, result: str) -> None:
    """Open a stored answer to a drill."""
    app = screen.trainer

    def found() -> Done:
        from uss_trainer.actions.drilling import review

        return review(app.desk, result)

    def ready(done: Done | None) -> None:
        if done is not None:
            from uss_trainer.tui.screens.drill import DrillScreen

            app.push_screen(DrillScreen(None, done))

    wait(screen, found, ready)


def open_debrief(screen: BaseScreen, attempt: str) -> None:
    """Open the debrief of an attempt."""
    from uss_trainer.tui.screens.debrief import DebriefScreen

    screen.app.push_screen(DebriefScreen(attempt))


def _open(screen: BaseScreen, make: Callable[[], Sitting], *, instead: bool = False) -> None:
    """Have the sitting made and play it, on top of the screen that asked or in its place."""
    app = screen.trainer

    def ready(sitting: Sitting | None) -> None:
        if sitting is None:
            return
        from uss_trainer.tui.screens.play import PlayScreen

        open_it = app.switch_screen if instead else app.push_screen
        open_it(PlayScreen(sitting))

    wait(screen, make, ready)


def wait(
    screen: BaseScreen, make: Callable[[], Made], ready: Callable[[Made | None], None]
) -> None:
    """Have something made off the screen's own thread, then go on with it."""
    from uss_trainer.tui.screens.waiting import WaitingScreen

    screen.trainer.push_screen(WaitingScreen(make), ready)
