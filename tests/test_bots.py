"""Bots: the simple ones do what they say; the campaign bot gets about like a careful person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.data.area import Area
from game.data.enums import Actor, Task
from game.data.errors import BadInput
from game.data.sketch import sketch, spots
from game.data.things import Door, Objective, Spawn
from game.play.bots import BOTS, Campaign, Idle, RandomPresses, Scripted, Wanderer, make_bot
from game.play.bots.conduct import ERRAND, Errand, Scene
from game.play.bots.danger import ASLEEP, HUNTER, SOLDIER, Danger
from game.play.bots.route import FAR, Ways
from game.play.bots.walk import tiles_in
from game.play.game import play
from game.play.observe import Observer
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Bag, Body, Button, Health
from game.sim.happenings import Heard, Noise, Said
from game.sim.intent import Intent
from game.sim.resources import TICKS_PER_SECOND, Story

HEROES = ("namra", "cheongsan", "suhyeok", "onjo")

if TYPE_CHECKING:
    from game.data.contract import Thing
    from game.play.observation import Observation


def begin(art: str, *things: Thing, **options: Any) -> Session:
    return Session(Simulation(sketch(art, things=things, **options)))


def at(session: Session) -> tuple[float, float]:
    return session.where()


def get_there(session: Session, seconds: float) -> float:
    """Let the campaign bot play until it has done the objective, or so long; return how near the tile
    (9.5, 2.5) it ever came."""
    observer, bot, nearest = Observer(session.simulation), Campaign(), 99.0
    for _ in range(int(seconds * TICKS_PER_SECOND)):
        session.play([bot.act(observer.see())])
        x, y = at(session)
        nearest = min(nearest, float(np.hypot(x - 9.5, y - 2.5)))
        if session.simulation.world.resource(Story).done:
            break
    return nearest


def goal_at(art: str, letter: str = "x", task: Task = Task.REACH) -> Objective:
    """An objective on the tile of a letter."""
    x, y = spots(art)[letter][0]
    return Objective(task=task, order=1, area=Area.rect(x - 0.5, y - 0.5, 1, 1), text="there")


def look(session: Session) -> Observation:
    return Observer(session.simulation).see()


# -- simple ones ---------------------------------------------------------------------------------

HALL = """
##############
#............#
#.....@......#
#............#
##############
"""


def test_idle_stays_where_it_is() -> None:
    session = play(begin(HALL), Idle(), 60)
    assert at(session) == (6.5, 2.5)


def test_scripted_does_what_it_was_told_then_nothing() -> None:
    east, south = Intent((127, 0)), Intent((0, 127))
    bot = Scripted([(2, east), (1, south)])
    seen = look(begin(HALL))
    assert [bot.act(seen) for _ in range(5)] == [east, east, south, Intent.IDLE, Intent.IDLE]


def test_the_wanderer_gets_about_and_does_not_stay_at_a_wall() -> None:
    session, tiles = begin(HALL), set()
    observer, bot = Observer(session.simulation), Wanderer(3)
    for _ in range(10 * TICKS_PER_SECOND):
        session.play([bot.act(observer.see())])
        tiles.add((int(at(session)[0]), int(at(session)[1])))
    assert len(tiles) > 12


@pytest.mark.parametrize("kind", [RandomPresses, Wanderer])
def test_the_same_seed_presses_the_same_buttons(kind: type[RandomPresses | Wanderer]) -> None:
    seen = look(begin(HALL))
    first, second, other = ([bot.act(seen) for _ in range(200)] for bot in (kind(1), kind(1), kind(2)))
    assert first == second != other


def test_bots_are_known_by_name_and_others_are_not() -> None:
    for name in BOTS:
        assert make_bot(name, 1).act(look(begin(HALL)))
    with pytest.raises(BadInput, match="did you mean 'wander'"):
        make_bot("wonder", 1)


# -- ways ----------------------------------------------------------------------------------------

MAZE = """
#########
#@#...#x#
#.#.#.#.#
#...#...#
#########
"""


def ways(session: Session, cost: int = 1) -> Ways:
    seen = look(session)
    return Ways(seen, np.full(seen.links.shape, cost, np.int32))


def test_unknown_ground_is_taken_for_free() -> None:
    session = begin(MAZE)
    found = ways(session)
    assert found.price([(7, 1)]) < FAR
    assert (2, 1) not in found.way([(7, 1)]), "but the wall in sight is not"


def test_a_way_begins_where_one_stands_and_ends_at_the_cheapest_goal() -> None:
    found = ways(begin(HALL)).way([(12, 1), (8, 2)])
    assert found == [(6, 2), (7, 2), (8, 2)]


def test_when_no_way_leads_there_it_leads_as_near_as_can_be() -> None:
    found = ways(begin("#######\n#@...##\n#####.#\n#######"))
    assert found.price([(5, 2)]) == FAR
    assert found.way([(5, 2)])[-1] == (4, 1)


def test_a_closed_door_is_a_way_unless_it_is_known_not_to_open() -> None:
    session = begin("########\n#@.+..x#\n########")
    seen = look(session)
    cost = np.ones(seen.links.shape, np.int32)
    (door,) = seen.doors
    assert Ways(seen, cost).price([(6, 1)]) < FAR
    assert Ways(seen, cost, shut=[door.thing]).price([(6, 1)]) == FAR


def test_what_is_dangerous_is_gone_round() -> None:
    seen = look(begin(HALL))
    cost = np.ones(seen.links.shape, np.int32)
    cost[2, 8:11] = 30
    way = Ways(seen, cost).way([(12, 2)])
    assert not {(8, 2), (9, 2), (10, 2)} & set(way)


def test_a_box_without_a_tile_centre_is_the_tile_of_its_middle() -> None:
    assert tiles_in((2.6, 1.6, 2.9, 1.9), (5, 5)) == {(2, 1)}
    assert tiles_in((1, 1, 3, 2), (5, 5)) == {(1, 1), (2, 1)}


# -- danger --------------------------------------------------------------------------------------


def spawn(art: str, letter: str, actor: Actor, **how: object) -> Spawn:
    return Spawn(actor=actor, area=Area.point(*spots(art)[letter][0]), **how)  # type: ignore[arg-type]  # by name


GUARDED = """
##############
#............#
#@.......s...#
#............#
##############
"""


@pytest.mark.parametrize(
    ("actor", "asleep", "fear"),
    [(Actor.SHAMBLER, True, ASLEEP), (Actor.SOLDIER, False, SOLDIER)],
)
def test_everybody_seen_is_feared_after_their_kind(actor: Actor, asleep: bool, fear: object) -> None:  # noqa: FBT001
    danger = Danger()
    danger.look(look(begin(GUARDED, spawn(GUARDED, "s", actor, asleep=asleep))), 0)
    (known,) = danger.known.values()
    assert known.fear is fear


def test_fear_is_greatest_where_somebody_stands_and_ends_somewhere() -> None:
    danger = Danger()
    danger.look(look(begin(GUARDED, spawn(GUARDED, "s", Actor.SHAMBLER, asleep=True))), 0)
    cost = danger.cost((5, 14))
    assert cost[2, 9] == cost.max() > cost[2, 7] > cost[2, 2] == 1


def test_a_hunter_out_of_sight_is_forgotten_before_a_sleeper() -> None:
    assert HUNTER.ticks < ASLEEP.ticks


# -- the campaign --------------------------------------------------------------------------------

HOUSE = """
####################
#@....#......#.....#
#.....#......#.....#
#.....+......+..x..#
#.....#......#.....#
#.....#......#....E#
####################
"""


def test_the_campaign_bot_opens_doors_on_its_way_and_leaves_by_the_exit() -> None:
    session = play(begin(HOUSE, goal_at(HOUSE)), Campaign(), 40 * TICKS_PER_SECOND)
    assert session.outcome == "exit"
    assert session.simulation.world.resource(Story).done


def test_it_learns_a_dead_end_and_turns_round() -> None:
    art = """
        ###################
        #@................#
        ################..#
        #x................#
        ###################
    """
    session = begin(art, goal_at(art))
    get_there(session, 25)
    assert session.simulation.world.resource(Story).done


def test_it_picks_up_a_name_tag_near_its_way() -> None:
    art = """
        ##################
        #@..............x#
        #................#
        #....T...........#
        ##################
    """
    session = begin(art, goal_at(art))
    get_there(session, 20)
    assert session.simulation.world.resource(Story).tags


def test_it_goes_round_a_sleeper_and_does_not_wake_it() -> None:
    art = """
        ####################
        #..................#
        #@.......s........x#
        #..................#
        #..................#
        #..................#
        ####################
    """
    session = begin(art, spawn(art, "s", Actor.SHAMBLER, asleep=True), goal_at(art))
    nearest = get_there(session, 25)
    assert session.simulation.world.resource(Story).done
    assert nearest > 1.8
    assert session.tally.told["Noticed"] == 0


def test_it_stands_up_to_a_hunter_it_cannot_outrun_and_lives() -> None:
    art = """
        ######################
        #....................#
        #@....s.............x#
        #....................#
        ######################
    """
    session = begin(art, spawn(art, "s", Actor("flanker"), facing="west"), goal_at(art))
    get_there(session, 40)
    assert session.tally.deaths == 0
    assert session.tally.kills == 1
    assert session.simulation.world.resource(Story).done


def test_in_a_crowd_it_dodges_the_blows_that_come_and_lives() -> None:
    art = """
        ######################
        #....................#
        #....a...............#
        #......b.............#
        #.@....c............x#
        #......d.............#
        #....e...............#
        ######################
    """
    crowd = [spawn(art, letter, Actor.SHAMBLER, facing="west") for letter in "abcde"]
    session = begin(art, *crowd, goal_at(art))
    play(session, Campaign(), 15 * TICKS_PER_SECOND)
    assert session.tally.deaths == 0


def test_it_does_not_wait_for_a_hunter_that_cannot_come() -> None:
    art = """
        ################################
        #@............................x#
        ffffffffffffffffffffffffffffffff
        #....s.........................#
        ################################
    """
    session = begin(art, spawn(art, "s", Actor.FLANKER, facing="west"), goal_at(art))
    get_there(session, 40)
    assert session.simulation.world.resource(Story).done


def test_it_does_not_strike_for_ever_at_whom_no_blow_fells() -> None:
    art = """
        ######################
        #....................#
        #@....s.............x#
        #....................#
        ######################
    """
    session = begin(art, spawn(art, "s", Actor.SHAMBLER, facing="west"), goal_at(art))
    world = session.simulation.world
    for kind in (PLAYER, DEAD):
        with world.edit(Health, world.table["Entity.id"][world.span(kind)]) as health:
            health.hp[...] = health.most[...] = 1e6
    with world.edit(Bag, world.table["Entity.id"][world.span(PLAYER)]) as bag:
        bag.has_pipe[...] = True
    get_there(session, 40)
    assert world.resource(Story).done


def test_between_rows_of_furniture_it_knows_the_way_out() -> None:
    art = """
        ############
        #@.........#
        #.=======..#
        #.=======..#
        #.=======..#
        #.........x#
        ############
    """
    session = begin(art)
    world = session.simulation.world
    with world.edit(Body, world.table["Entity.id"][world.span(PLAYER)]) as body:
        body.pos[...] = (5.5, 3.5)
    assert ways(session).price({(10, 5)}) < FAR


def gate_at(art: str, letter: str) -> Door:
    """A locked gate on the tile of a letter, which only its circuit opens."""
    x, y = spots(art)[letter][0]
    return Door(area=Area.rect(x - 0.5, y - 0.5, 1, 1), locked=True, circuit="gate")


def play_on(session: Session, bot: Campaign, observer: Observer, seconds: float) -> list[int]:
    """Let a bot play on; return the objectives done."""
    for _ in range(int(seconds * TICKS_PER_SECOND)):
        session.play([bot.act(observer.see())])
    return session.simulation.world.resource(Story).done


def test_it_waits_for_a_gate_that_what_it_did_may_have_set_moving() -> None:
    art = """
        ##############################
        ......................@...aD.x
        .#############################
        .#############################
    """
    first, second = goal_at(art, "a"), replace(goal_at(art), order=2)
    session, bot = begin(art, gate_at(art, "D"), first, second), Campaign()
    observer = Observer(session.simulation)
    assert len(play_on(session, bot, observer, 5)) == 1
    session.simulation.world.resource(Story).circuits["gate"] = True
    assert len(play_on(session, bot, observer, 2)) == 2


def test_it_comes_back_to_a_locked_door_when_there_is_no_other_way() -> None:
    art = """
        ##################
        #@....D.........x#
        #....#############
        #....##..........#
        #....##.########.#
        #.......########.#
        ##################
    """
    session, bot = begin(art, gate_at(art, "D"), goal_at(art)), Campaign()
    observer = Observer(session.simulation)
    play_on(session, bot, observer, 4)
    assert at(session)[0] > 6, "it tries the other way first"
    session.simulation.world.resource(Story).circuits["gate"] = True
    assert play_on(session, bot, observer, 20)


def test_an_errand_set_out_for_is_seen_through_though_the_goal_changes() -> None:
    art = """
        ######################
        #x.........@........y#
        ######################
    """
    first, second = goal_at(art, "y"), replace(goal_at(art, "y"), order=2)
    session = begin(art, first, second, replace(goal_at(art), optional=True))
    (errand,) = (o for o in session.simulation.level.objectives if o.optional)
    bot, observer, story = Campaign(), Observer(session.simulation), session.simulation.world.resource(Story)
    play_on(session, bot, observer, 0.2)
    story.noted.append(errand.id)
    play_on(session, bot, observer, 0.5)
    story.done.append(next(o.id for o in session.simulation.level.objectives if o.order == 1))
    assert errand.id in play_on(session, bot, observer, 4)


def test_an_errand_told_of_again_is_news_again() -> None:
    """As after a retry: the goal was told anew, and the plea after it."""
    art = """
        ######################
        #x.........@........y#
        ######################
    """
    session = begin(art, goal_at(art, "y"), replace(goal_at(art), optional=True))
    (aside,) = (o for o in session.simulation.level.objectives if o.optional)
    observer, story, scene = Observer(session.simulation), session.simulation.world.resource(Story), Scene()
    errand, chosen = Errand(), []
    errand.begun[aside.id] = -ERRAND  # it was set out for, long ago
    for told in (False, True, False, True):
        story.noted[:] = [aside.id] if told else []
        scene.look(observer.see())
        errand.told = errand.told if told else (-1, 0)  # the goal is told anew
        chosen.append(errand.choose(scene))
    assert [each is not None and each.id == aside.id for each in chosen] == [False, True, False, True]


LOBBY = """
    ######################
    #@..................x#
    #....................#
    #......s.............#
    ######################
"""


def goes_on(art: str, *things: Thing, **event: Any) -> float:
    """How far it gets in the second and a half after an event."""
    session, bot = begin(art, goal_at(art), *things), Campaign()
    observer = Observer(session.simulation)
    play_on(session, bot, observer, 0.5)
    before = at(session)[0]
    if event:
        session.simulation.world.events.emit(event.pop("kind"), **event)
    play_on(session, bot, observer, 1.5)
    return at(session)[0] - before


def test_it_stands_while_there_are_words_to_read() -> None:
    calm, told = goes_on(LOBBY), goes_on(LOBBY, kind=Said, line="x", speaker="radio")
    assert told < 0.5 < calm / 2


def test_it_reads_no_words_with_somebody_awake_nearby() -> None:
    walker = spawn(LOBBY, "s", Actor.SHAMBLER)
    assert goes_on(LOBBY, walker, kind=Said, line="x", speaker="radio") > 1


def test_it_reads_no_words_while_an_alarm_rings() -> None:
    session, bot = begin(LOBBY, goal_at(LOBBY)), Campaign()
    observer = Observer(session.simulation)
    session.simulation.world.events.emit(Noise, heard=Heard.ALARM, pos=(18, 1.5), loudness=30.0)
    session.simulation.world.events.emit(Said, line="x", speaker="radio")
    before = at(session)[0]
    play_on(session, bot, observer, 1.5)
    assert at(session)[0] - before > 1


def test_only_what_it_may_know_moves_it() -> None:
    """Two worlds that differ only behind a wall: the same intents."""
    told = []
    for hidden in ("....", "..s."):
        art = f"################\n#@....x.##.....#\n#.......##{hidden}.#\n################"
        things: list[Thing] = [goal_at(art)]
        if "s" in hidden:
            things.append(spawn(art, "s", Actor.BRUTE, asleep=True))
        session, bot = begin(art, *things), Campaign()
        observer = Observer(session.simulation)
        intents = []
        for _ in range(120):
            intents.append(bot.act(observer.see()))
            session.play([intents[-1]])
        told.append(intents)
    assert told[0] == told[1]


# -- Su-hyeok leaps ------------------------------------------------------------------------------

TWO_ROOFS = """
##################################
#........................OOO.....#
#.@......................OOO...x.#
#........................OOO.....#
##################################
"""
TOO_NEAR = """
#############
#....OOO....#
#..@.OOO..x.#
#....OOO....#
#############
"""


TOO_SMALL = """
##########
#..OOO...#
#@.OOO.x.#
##########
"""


def leaps_to(art: str, hero: str) -> tuple[bool, int]:
    """Whether the bot gets to the x within eight seconds, and how often it falls."""
    session = begin(art, goal_at(art), hero=hero)
    play(session, Campaign(), 8 * TICKS_PER_SECOND)
    return bool(session.simulation.world.resource(Story).done), session.tally.told["Fell"]


def test_with_room_to_run_up_the_bot_leaps_a_gap() -> None:
    assert leaps_to(TWO_ROOFS, "suhyeok") == (True, 0)


def test_without_room_to_run_up_straight_it_runs_round_and_leaps() -> None:
    assert leaps_to(TOO_NEAR, "suhyeok") == (True, 0)


def test_before_a_gap_it_is_too_slow_for_it_stops() -> None:
    assert leaps_to(TOO_SMALL, "suhyeok")[1] == 0


def test_who_cannot_leap_does_not_try() -> None:
    assert leaps_to(TWO_ROOFS, "namra") == (False, 0)


def test_he_runs_where_others_walk() -> None:
    held = {hero: Campaign().act(look(begin(MAZE, goal_at(MAZE), hero=hero))).held for hero in HEROES}
    assert {hero for hero, buttons in held.items() if buttons & Button.SPRINT} == {"suhyeok"}
