"""The table of mutants: a name, how the simulation is broken, and the test that must fail then.

Rules of this module:
- A mutant changes one function or constant of the simulation, and nothing of the test.
- The tests are those of the suite wherever there is one, so that this also says what the suite would miss.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pytest
import scenes
import test_alarm
import test_counters
import test_crowd
import test_detect
import test_doors
import test_hearing
import test_lessons
import test_melee
import test_minds
import test_parties
import test_roles
import test_surge
import test_unison

from game.data.tuning import Tuning, load_tuning
from game.sim import ground
from game.sim.act import melee
from game.sim.sense import detect, hearing, sight, witness
from game.sim.settle import damage
from game.sim.sides import HARMS
from game.sim.story import lessons
from game.sim.think import alarm, belief, counters, crowd, minds, pursuit, rings, unison
from mutants import scenarios

Patch = pytest.MonkeyPatch
Break = Callable[[Patch], None]
NOBODY_ROWS = np.empty(0, np.intp)


@dataclass(frozen=True)
class Mutant:
    """One way to be wrong.

    Attributes:
        name: what is wrong.
        break_it: patches the simulation.
        test: passes without, must fail with it.
    """

    name: str
    break_it: Break
    test: Callable[[], None]


def put(owner: Any, name: str, value: Any) -> Break:
    """Put something else in place of a function or constant."""
    return lambda patch: patch.setattr(owner, name, value)


def tuned(section: str, **values: Any) -> Break:
    """Change constants; those that differ by sort become the same for all."""

    def change(patch: Patch) -> None:
        tuning: Tuning = load_tuning()
        old = getattr(tuning, section)
        by_sort = {name: getattr(old, name) for name in values if isinstance(getattr(old, name), np.ndarray)}
        new = values | {name: np.full_like(column, values[name]) for name, column in by_sort.items()}
        mutated = replace(tuning, **{section: replace(old, **new)})
        patch.setattr(scenes, "load_tuning", lambda: mutated)

    return change


def nothing(*_: Any, **__: Any) -> None:
    """Do nothing."""


def nobody(*_: Any, **__: Any) -> Any:
    """Return no rows."""
    return NOBODY_ROWS


def see_through_walls(patch: Patch) -> None:
    patch.setattr(sight, "field_of_view", lambda *args: np.ones((2 * args[-1] + 1,) * 2, np.bool_))
    patch.setattr(detect, "is_clear", lambda _, start, __: np.ones(len(start), np.bool_))


def as_the_crow_flies(cries: Any, tiles: Any, who: Any, ground: Any, reach: float) -> Any:
    """Reach whoever is near, walls or not."""
    wide = ground.solid.shape[1]
    found = np.full(len(tiles), -1)
    for number, cry in enumerate(cries):
        far = np.hypot(tiles % wide - cry.tile % wide, tiles // wide - cry.tile // wide)
        found[who & (far <= reach) & (found < 0)] = number
    rows = (found >= 0).nonzero()[0]
    return rows, found[rows]


def leak(patch: Patch) -> None:
    """Believe, after every look, what is true."""
    look = belief._look

    def look_through(lost: Any, mind: Any, senses: Any, body: Any, *rest: Any) -> None:
        look(lost, mind, senses, body, *rest)
        x, y = whole(body.pos)[0].tolist()
        lost.run[...] = lost.rest[...] = 0
        lost.rest[lost.window.place(int(x), int(y))] = 1

    patch.setattr(belief, "_look", look_through)


def whole(column: Any) -> Any:
    """Return everybody's column that a view is part of; the player comes first."""
    return column if column.base is None else whole(column.base)


def through_doors(patch: Patch) -> None:
    """Let shut doors block nobody."""
    blocked = ground._blocked
    patch.setattr(ground, "_blocked", lambda level, shut, box: blocked(level, np.zeros_like(shut), box))


def silent_log(patch: Patch) -> None:
    """Let nobody say what reached it."""
    take_on = minds._Herd._take_on
    patch.setattr(minds._Herd, "_take_on", lambda self, mood, rows, s, _: take_on(self, mood, rows, s, None))


MUTANTS = (
    Mutant(
        "deaf",
        put(hearing, "_told_apart", lambda _: []),
        test_minds.test_a_loud_noise_sends_it_there_at_once_round_the_corner,
    ),
    Mutant(
        "hears at once, however far",
        tuned("hearing", delay_s=0.0, delay_per_tile_s=0.0),
        test_hearing.test_it_hears_where_the_noise_was_and_answers_later_the_farther,
    ),
    Mutant(
        "blind",
        put(detect._Eyes, "pairs", lambda *_: (NOBODY_ROWS, NOBODY_ROWS)),
        partial(test_minds.test_it_sees_you_comes_and_strikes, 0),
    ),
    Mutant("sees through walls", see_through_walls, partial(test_detect.test_walls_and_shut_doors_hide, "#")),
    Mutant(
        "sees behind its back",
        tuned("bestiary", fov_cos=-1),
        partial(test_detect.test_behind_its_back_you_do_not_exist, 0),
    ),
    Mutant("always awake", put(detect, "ASLEEP", -1), test_detect.test_a_sleeper_sees_nothing),
    Mutant(
        "never forgets",
        put(minds._Herd, "_lost", nobody),
        test_minds.test_it_hunts_five_seconds_unseen_and_no_longer,
    ),
    Mutant(
        "walks through doors",
        through_doors,
        test_doors.test_one_walks_through_an_open_door_and_not_through_a_shut_one,
    ),
    Mutant(
        "no separation",
        put(crowd, "making_room", lambda _: False),
        test_crowd.test_a_packed_crowd_spreads_until_hardly_anybody_stands_in_another,
    ),
    Mutant("an alarm without end", tuned("horde", relay_hops=99), test_alarm.test_after_three_mouths_it_ends),
    Mutant(
        "an alarm through walls",
        put(alarm, "_reached", as_the_crow_flies),
        partial(test_alarm.test_walls_and_shut_doors_stop_it, "#"),
    ),
    Mutant(
        "an alarm at once",
        tuned("horde", share_delay_s=0.0),
        partial(test_alarm.test_each_hop_takes_its_time_and_eight_tiles, 0),
    ),
    Mutant(
        "no alarm",
        put(alarm, "pass_on", nothing),
        partial(test_alarm.test_each_hop_takes_its_time_and_eight_tiles, 0),
    ),
    Mutant(
        "a screech nobody cuts off",
        put(damage, "_break_off", nobody),
        test_melee.test_any_hit_cuts_a_screech_off,
    ),
    Mutant("a surge without order", tuned("unison", order=0.0), test_surge.test_out_of_step_nobody_screeches),
    Mutant(
        "no coupling",
        put(unison, "_pull", lambda *args: np.zeros(len(args[-1]), np.float32)),
        partial(test_unison.test_a_room_of_sixty_sleepers_breathes_in_step_after_ten_seconds, 1),
    ),
    Mutant("no encircling", put(rings, "draw_rings", nothing), scenarios.from_one_side_they_come_round),
    Mutant("a belief that knows", leak, scenarios.where_one_hides_changes_nothing_until_one_is_seen),
    Mutant(
        "a belief that stands still",
        put(belief, "move_on", nothing),
        scenarios.what_is_believed_possible_grows_while_nobody_is_found,
    ),
    Mutant(
        "learns nothing",
        put(witness._Reckoning, "add", nothing),
        test_lessons.test_a_shot_that_is_heard_teaches_the_gun,
    ),
    Mutant(
        "takes who walks for hidden",
        tuned("learning", still=99.0),
        partial(test_lessons.test_merely_lost_from_sight_is_no_hiding, 8.0, (3.0, 0.0)),
    ),
    Mutant(
        "a lesson that outlives its caller",
        put(lessons, "_bury", nothing),
        test_lessons.test_a_lesson_dies_with_its_caller_evidence_and_all,
    ),
    Mutant(
        "a lesson kept for good",
        put(lessons, "fade", nothing),
        test_lessons.test_an_unused_lesson_is_forgotten_within_four_half_lives,
    ),
    Mutant(
        "as soon tired of one who hides",
        tuned("counters", patience=1.0),
        test_parties.test_who_knows_of_hiding_searches_longer_and_by_twos,
    ),
    Mutant(
        "holds no place it has learnt",
        put(counters._Dead, "hold", nothing),
        partial(test_counters.test_who_idles_goes_to_the_place_most_used, 0),
    ),
    Mutant(
        "falls for every bottle",
        put(counters._Dead, "see_through", nothing),
        test_counters.test_one_looks_at_the_bottle_and_the_others_where_it_came_from,
    ),
    Mutant(
        "walks straight into a gun",
        put(counters._Dead, "weave", nothing),
        test_counters.test_they_come_at_a_gun_weaving,
    ),
    Mutant(
        "runs after, never ahead",
        put(counters._Dead, "go_ahead", nothing),
        test_counters.test_who_can_be_there_first_goes_where_a_runner_will_be,
    ),
    Mutant(
        "acts without a word in the log",
        silent_log,
        partial(test_minds.test_it_sees_you_comes_and_strikes, 0),
    ),
    Mutant(
        "no warning",
        tuned("bestiary", windup_s=0.1),
        test_minds.test_no_blow_falls_without_a_warning_of_a_third_of_a_second,
    ),
    Mutant(
        "a blow that follows to the last",
        tuned("melee", lock_share=1.0),
        test_melee.test_a_blow_is_locked_late_so_that_stepping_aside_saves,
    ),
    Mutant(
        "hits beyond its reach",
        tuned("bestiary", reach=3),
        test_melee.test_a_blow_whose_target_left_its_reach_misses,
    ),
    Mutant(
        "hits its own side",
        put(melee, "HARMS", np.ones_like(HARMS)),
        test_melee.test_the_dead_do_not_strike_the_dead,
    ),
    Mutant(
        "a flanker who minds no aim",
        put(pursuit.Pursuit, "_flank", nothing),
        test_minds.test_a_flanker_comes_from_outside_your_aim,
    ),
    Mutant(
        "a lurker no light holds",
        put(pursuit.Pursuit, "_freeze", lambda _, __, rows, *___: np.zeros(len(rows), np.bool_)),
        partial(test_roles.test_a_beam_freezes_a_lurker_for_a_second_and_a_half_and_then_it_leaps, 0),
    ),
    Mutant(
        "a brute that never charges",
        put(pursuit.Pursuit, "_charge", nothing),
        test_minds.test_a_brute_charges_down_a_straight_line,
    ),
    Mutant(
        "a screamer that never calls",
        put(pursuit.Pursuit, "_call", nothing),
        test_minds.test_a_screamer_keeps_off_and_calls_and_the_call_brings_the_others,
    ),
)
