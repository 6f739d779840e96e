"""The five sorts of the dead: each moves, strikes and is countered in its own way."""

from __future__ import annotations

import numpy as np
import pytest
import scenes
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import load_tuning
from game.ecs.schedule import Schedule
from game.sim.components import Act, Body, Deed, Drive, Health, Lamp, Mind, Mood, Senses, Sort, Stage
from game.sim.happenings import DoorChange, DoorMoved, Hit, Screech
from game.sim.resources import Clock, ticks
from game.sim.tick import TICK

KEPT = {"take_intents", "wish", "deeds", "strike", "bash", "accelerate", "move", "batter", "swing", "wound"}
LIVE = Schedule(
    {
        phase: tuple(s for s in systems if phase in {"sense", "think"} or s.name in KEPT)
        for phase, systems in TICK.phases.items()
    }
)
"""What the hunt needs of the tick, so that a test has time for eight of them."""
BEASTS = load_tuning().bestiary
YARD = "\n".join(
    ["#" * 20, *["#" + "." * 18 + "#"] * 5, "#.x.........@......#", *["#" + "." * 18 + "#"] * 5, "#" * 20]
)
LANE = "####################\n#x..........@......#\n####################"


@pytest.fixture(autouse=True)
def _hunt_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "TICK", LIVE)


def meet(letter: str, k: int = 0, *, art: str = YARD, gap: float = 0.0, watched: bool = True) -> Scene:
    """One of the dead and a hero that looks at it (or away), so many tiles apart if asked."""
    made = scene(turned(art.replace("x", letter), k))
    toward = way((-1, 0) if watched else (1, 0), k)
    made.press(aim=toward).set(Body, "@", heading=toward).set(Body, letter, heading=way((1, 0), k))
    made.set(Health, "@", hp=9999, most=9999)
    if gap:
        at = np.array(made.pos("@")) + gap * np.array(way((-1, 0), k))
        made.set(Body, letter, pos=at, was=at)
    made.set(Senses, letter, spot=made.pos("@"), spot_at=0)
    return made.set(Mind, letter, mood=Mood.HUNT, foe=made.who["@"])


def far(made: Scene, letter: str) -> float:
    return float(np.hypot(*np.subtract(made.pos(letter), made.pos("@"))))


def off_aim(made: Scene, letter: str) -> float:
    """Degrees between the hero's heading and the way to one of the dead."""
    gap = np.subtract(made.pos(letter), made.pos("@"))
    cosine = float(made.of(Body, "@").heading[0] @ gap / np.hypot(*gap))
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def act(made: Scene, letter: str) -> Act:
    return Act(int(made.of(Deed, letter).act[0]))


def until(made: Scene, letter: str, what: Act, stage: Stage = Stage.WINDUP) -> Scene:
    """Play until one of the dead is at some stage of some deed."""
    for _ in range(600):
        if act(made, letter) is what and made.of(Deed, letter).stage[0] == stage:
            return made
        made.run(1)
    raise AssertionError(f"no {what.name} in ten seconds")


def now(made: Scene) -> int:
    return made.world.resource(Clock).tick


def torch(made: Scene, *, on: bool) -> Scene:
    return made.set(Lamp, "@", is_on=on)


# -- shambler --------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_shambler_walks_straight_up_at_its_pace_and_warns_before_it_strikes(k: int) -> None:
    made = meet("s", k, gap=6).run(30)
    before = far(made, "s")
    made.seconds(1)
    assert before - far(made, "s") == pytest.approx(BEASTS.hunt[Sort.SHAMBLER], rel=0.05)
    assert off_aim(made, "s") < 5
    warned = 0
    while made.of(Health, "@").hp[0] == 9999:
        made.run(1)
        warned += made.of(Deed, "s").stage[0] == Stage.WINDUP
        assert warned < 60
    assert warned >= ticks(float(BEASTS.windup_s[Sort.SHAMBLER]))


def test_a_shambler_is_outwalked() -> None:
    made = meet("s", gap=3).run(12).press(move=(1, 0), aim=(-1, 0))
    gap = far(made, "s")
    assert far(made.seconds(1.5), "s") > gap + 1


# -- flanker ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_flanker_leaves_the_aim_and_strikes_from_more_than_60_degrees_off_it(k: int) -> None:
    assert off_aim(until(meet("f", k, gap=6), "f", Act.STRIKE), "f") > 60


def test_it_comes_round_a_second_time_when_the_aim_follows_it() -> None:
    made = meet("f", gap=6)
    for _ in range(240):
        made.run(1)
        if 2.2 < far(made, "f") < 5 and off_aim(made, "f") > 60:
            break
    gap = np.subtract(made.pos("f"), made.pos("@"))
    made.press(aim=tuple(gap / np.hypot(*gap))).run(2)
    assert off_aim(made, "f") < 20
    offs: list[float] = []
    while act(made, "f") is not Act.STRIKE and len(offs) < 240:
        offs.append(off_aim(made.run(1), "f"))
    assert max(offs) > 40


def test_with_a_wall_at_its_side_it_goes_round_by_the_other() -> None:
    art = "####################\n#.x.........@......#" + "\n#..................#" * 6 + "\n" + "#" * 20
    made = meet("f", art=art, gap=5)
    assert off_aim(until(made, "f", Act.STRIKE), "f") > 60


def test_between_walls_there_is_no_way_round_and_it_comes_straight() -> None:
    made = meet("f", art=LANE, gap=5)
    for _ in range(120):
        made.run(1)
    assert act(made, "f") is Act.STRIKE or made.of(Health, "@").hp[0] < 9999


# -- lurker ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_lurker_lets_who_watches_it_come_to_three_tiles(k: int) -> None:
    waits = meet("l", k, gap=3.6).seconds(2)
    assert far(waits, "l") == pytest.approx(3.6, abs=0.05)
    assert act(meet("l", k, gap=2.9).run(12), "l") is Act.LUNGE


@pytest.mark.parametrize("k", SYMMETRIES)
def test_it_springs_at_a_back_from_five_tiles_and_lands_on_it(k: int) -> None:
    made = meet("l", k, gap=4.8, watched=False).seconds(2.5)
    assert made.of(Health, "@").hp[0] < 9999
    assert far(meet("l", k, gap=5.4, watched=False).seconds(2), "l") == pytest.approx(5.4, abs=0.05)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_beam_freezes_a_lurker_for_a_second_and_a_half_and_then_it_leaps(k: int) -> None:
    made = torch(meet("l", k, gap=2.8), on=True)
    acts = [act(made.run(1), "l") for _ in range(150)]
    first = acts.index(Act.LUNGE)
    assert far(made, "l") < 2.8
    assert 1.5 * 60 <= first <= 1.5 * 60 + 18


def test_light_beside_it_or_from_one_who_looks_away_does_not_freeze_it() -> None:
    assert act(torch(meet("l", gap=2.8, watched=False), on=True).run(24), "l") is Act.LUNGE


def test_light_does_not_freeze_it_again_at_once() -> None:
    made = torch(meet("l", gap=2.8), on=True).seconds(1.8)
    assert act(made, "l") is Act.LUNGE
    still = 0
    for _ in range(120):
        made.run(1)
        still += act(made, "l") is Act.NONE and not made.of(Drive, "l").want.any()
    assert still < 20


def test_in_a_beam_it_does_not_even_strike() -> None:
    made = torch(meet("l", gap=0.8), on=True)
    assert {act(made.run(1), "l") for _ in range(84)} == {Act.NONE}


def test_once_sprung_it_hunts_like_the_others_whatever_it_hears() -> None:
    made = until(meet("l", gap=2.9), "l", Act.LUNGE).seconds(3)
    made.set(Body, "@", pos=(17.5, 6.5), was=(17.5, 6.5), heading=(-1, 0)).run(30)
    made.set(Senses, "l", loud=9, react_at=0, heard_spot=made.pos("@"), detect=1)
    assert far(made, "l") > 4
    paces = [float(np.hypot(*made.run(6).of(Drive, "l").want[0])) for _ in range(4)]
    assert min(paces) == pytest.approx(BEASTS.hunt[Sort.LURKER])


# -- screamer --------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
@pytest.mark.parametrize("gap", [3.0, 10.7])
def test_a_screamer_comes_to_between_seven_and_ten_tiles_and_stays_there(k: int, gap: float) -> None:
    art = YARD.replace("x.........@......", "...........x...@.") if gap < 7 else YARD
    made = meet("c", k, art=art, gap=gap).set(Mind, "c", ready_at=99999).seconds(4)
    gaps = [far(made.run(15), "c") for _ in range(8)]
    assert min(gaps) > 6.8
    assert max(gaps) < 10.2


def test_it_calls_after_a_warning_and_again_only_after_eighteen_seconds() -> None:
    made = meet("c", gap=8)
    calls = {Stage.WINDUP: [0], Stage.ACTIVE: [0]}
    for tick in range(1, 20 * 60):
        told = len(made.heard(Screech))
        for call in made.run(1).heard(Screech)[told:]:
            calls[Stage(call["stage"])].append(tick)
    warned, cried = calls[Stage.WINDUP][1:], calls[Stage.ACTIVE][1:]
    assert cried[0] - warned[0] == ticks(float(BEASTS.screech_windup_s[Sort.SCREAMER]))
    assert warned[1] - warned[0] >= 18 * 60


def test_a_hit_cuts_the_call_off() -> None:
    made = meet("c", gap=8).seconds(0.8)
    assert act(made, "c") is Act.SCREECH
    made.world.events.emit(Hit, target=made.who["c"], damage=5)
    made.seconds(2)
    assert [s["stage"] for s in made.heard(Screech)] == [Stage.WINDUP, Stage.NONE]


# -- brute -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_brute_warns_charges_straight_ahead_and_is_sidestepped(k: int) -> None:
    made = until(meet("B", k, gap=6), "B", Act.LUNGE)
    made.run(int(made.of(Deed, "B").stage_until[0]) - now(made) - 15)
    made.press(move=way((0, 1), k), aim=way((-1, 0), k)).run(15)
    start = np.array(made.pos("B"))
    fastest = 0.0
    for _ in range(60):
        fastest = max(fastest, float(np.hypot(*made.run(1).of(Body, "B").vel[0])))
    run = np.subtract(made.pos("B"), start)
    assert fastest == pytest.approx(BEASTS.charge[Sort.BRUTE], rel=0.1)
    assert abs(run @ np.array(way((0, 1), k))) < 0.35 * np.hypot(*run)
    assert made.of(Health, "@").hp[0] == 9999


@pytest.mark.parametrize(("damage", "stops"), [(59, False), (60, True)])
def test_sixty_points_at_once_stop_its_charge_and_fewer_do_not(damage: float, stops: bool) -> None:  # noqa: FBT001
    made = until(meet("B", gap=6), "B", Act.LUNGE, Stage.ACTIVE)
    made.world.events.emit(Hit, target=made.who["B"], damage=damage)
    assert bool(made.run(2).of(Deed, "B").stage[0] == Stage.RECOVER) is stops


@pytest.mark.parametrize("letter", ["B", "s"])
def test_a_brute_is_through_a_shut_door_at_once_and_a_shambler_is_not(letter: str) -> None:
    made = meet(letter, art="##############\n#x...+...@...#\n##############")
    made.seconds(5)
    broke = [d for d in made.heard(DoorMoved) if d["how"] == DoorChange.BROKE]
    assert bool(broke) is (letter == "B")
