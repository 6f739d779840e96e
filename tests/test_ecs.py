"""Floor 0: the dense table against a plain dict, systems, events, snapshots."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from game.ecs.column import All, Component, Has, Mut, column
from game.ecs.events import Emit, Event, Read
from game.ecs.schedule import Schedule, system
from game.ecs.snapshot import in_one_block
from game.ecs.state import copied, digest, duplicate, put_back
from game.ecs.world import NOBODY, Entity, Ids, Kind, World


class Place(Component):
    """Where."""

    x: Any = column("f4", unit="tile")
    way: Any = column("f4", shape=(2,), default=(1, 0), unit="1")


class Worth(Component):
    """How much."""

    coins: Any = column("i4", default=3, unit="count")


class Shine(Component):
    """Whether."""

    lit: Any = column("?", unit="yes or no")


class Rang(Event, until="late"):
    """Something rang."""

    who: Any = column("i8", default=NOBODY, unit="id")
    note: Any = column("f4", unit="Hz")


@dataclass
class Purse:
    """A resource."""

    total: int = 0
    by_name: dict[str, list[int]] = field(default_factory=dict)


STONE = Kind.of("stone", Place)
COIN = Kind.of("coin", Place, Worth)
LAMP = Kind.of("lamp", Place, Worth, Shine)
STAR = Kind.of("star", Shine)
KINDS = (STONE, COIN, LAMP, STAR)


def new_world() -> World:
    return World(KINDS, [Purse()])


class Table(RuleBasedStateMachine):
    """The dense table behaves like a dict of records, whatever is born, dies, changes or is restored."""

    def __init__(self) -> None:
        super().__init__()
        self.world = new_world()
        self.model: dict[int, tuple[Kind, float]] = {}
        self.gone: set[int] = set()
        self.saved: tuple[Any, dict[int, tuple[Kind, float]], set[int]] | None = None

    @rule(kind=st.sampled_from(KINDS), count=st.integers(1, 40), value=st.integers(0, 1000))
    def bear(self, kind: Kind, count: int, value: int) -> None:
        values = np.arange(count, dtype=np.float32) + value
        records: list[Component] = [Place(x=values)] if Place in kind.components else []
        ids = self.world.spawn_many(kind, count, *records)
        self.world.apply()
        for each, x in zip(ids.tolist(), values.tolist(), strict=True):
            assert each not in self.model
            self.model[each] = kind, x

    @rule(share=st.floats(0, 1), seed=st.integers(0, 99))
    def bury(self, share: float, seed: int) -> None:
        ids = sorted(self.model)
        doomed = np.random.default_rng(seed).permutation(ids)[: int(len(ids) * share)].tolist()
        self.world.kill(np.array([*doomed, *doomed[:2], NOBODY, *sorted(self.gone)[:3]], np.int64))
        self.world.apply()
        for each in doomed:
            del self.model[each]
            self.gone.add(each)

    @rule(seed=st.integers(0, 99))
    def bear_and_bury_at_once(self, seed: int) -> None:
        ids = sorted(self.model)
        doomed = np.random.default_rng(seed).permutation(ids)[: len(ids) // 3].tolist()
        born = [(kind, self.world.spawn(kind)) for kind in (LAMP, STONE, STAR)]
        self.world.kill(np.array(doomed, np.int64))
        self.world.apply()
        for each in doomed:
            del self.model[each]
            self.gone.add(each)
        for kind, each in born:
            self.model[each] = kind, 0.0

    @rule(value=st.integers(-9, 9))
    def change(self, value: int) -> None:
        chosen = [each for each, (kind, _) in sorted(self.model.items()) if Place in kind.components][::3]
        with self.world.edit(Place, chosen) as view:
            view.x = view.x + value
        for each in chosen:
            kind, x = self.model[each]
            self.model[each] = kind, x + value

    @rule()
    def save(self) -> None:
        self.saved = self.world.snapshot(), dict(self.model), set(self.gone)

    @rule()
    def restore(self) -> None:
        if self.saved:
            snapshot, model, gone = self.saved
            self.world.restore(snapshot)
            self.model, self.gone = dict(model), set(gone)

    @invariant()
    def rows_past_the_last_are_blank(self) -> None:
        for key, col in self.world.columns.items():
            past = self.world.table[key][len(self.world) :]
            assert (past == col.default).all(), key

    @invariant()
    def everybody_is_where_the_model_says(self) -> None:
        ids = np.array(sorted(self.model), np.int64)
        rows, alive = self.world.resolve(ids)
        assert alive.all()
        assert len(self.world) == len(ids) == len(set(rows.tolist()))
        assert self.world.view(Entity).id[rows].tolist() == ids.tolist()
        placed = [i for i, each in enumerate(ids.tolist()) if Place in self.model[each][0].components]
        xs = self.world.view(Place).x[rows[placed]]
        assert xs.tolist() == [np.float32(self.model[int(ids[i])][1]) for i in placed]

    @invariant()
    def kinds_lie_together_in_order(self) -> None:
        start = 0
        for kind in KINDS:
            span = self.world.span(kind)
            mine = sorted(each for each, (k, _) in self.model.items() if k is kind)
            assert span.start == start
            assert sorted(self.world.view(Entity, span).id.tolist()) == mine
            start = span.stop

    @invariant()
    def the_gone_stay_gone(self) -> None:
        ids = np.array(sorted(self.gone), np.int64)
        assert not self.world.resolve(ids)[1].any()

    @invariant()
    def what_a_kind_does_not_own_is_at_its_default(self) -> None:
        assert (self.world.view(Worth, self.world.span(STONE)).coins == 3).all()
        assert (self.world.view(Place, self.world.span(STAR)).x == 0).all()


Table.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestTable = Table.TestCase


@system
def gild(worth: Mut[Worth], place: Place) -> None:
    """Pay for the way."""
    worth.coins += place.x.astype(np.int32)


@system
def ring(entity: Entity, worth: Worth, rang: Emit[Rang]) -> None:
    """Let the rich ring."""
    rich = worth.coins > 3
    rang(who=entity.id[rich], note=440)


@system
def count(rang: Read[Rang], purse: Purse, worths: All[Worth]) -> None:
    """Count what rang."""
    purse.total += len(rang) * int(worths.coins.max())


def test_a_system_s_rows_are_those_that_have_all_it_names() -> None:
    world = new_world()
    ids = {kind.name: world.spawn(kind) for kind in KINDS}
    world.apply()
    with world.edit(Place, [ids["coin"], ids["lamp"]]) as place:
        place.x = [2, 5]
    gild(world)
    assert world.view(Worth).coins.tolist() == [3, 5, 8, 3]


def test_a_system_may_need_what_it_does_not_read() -> None:
    world = new_world()
    world.spawn_many(COIN, 2)
    ran = []

    @system
    def polish(worth: Mut[Worth], _: Has[Shine]) -> None:
        worth.coins += 1

    @system
    def note(_: Has[Shine], rang: Read[Rang]) -> None:
        ran.append(len(rang))

    for births, coins, runs in ((0, [3, 3], []), (1, [3, 3, 4], [0])):
        world.spawn_many(LAMP, births)
        world.apply()
        polish(world)
        note(world)
        assert world.view(Worth).coins.tolist() == coins
        assert ran == runs
    assert "| early | polish | Has[Shine] | Worth |  |  |" in Schedule({"early": (polish,)}).table()


def test_rows_that_do_not_lie_together_are_gathered_and_put_back() -> None:
    world = new_world()
    world.spawn_many(LAMP, 2)
    world.spawn_many(STAR, 2)
    world.spawn_many(STONE, 3)
    world.apply()

    @system
    def light(shine: Mut[Shine]) -> None:
        shine.lit[1:] = True

    light(world)
    assert isinstance(world.rows(Shine), slice)
    assert not isinstance(World((STONE, LAMP, COIN, STAR)).rows(Shine), np.ndarray)
    split = World((LAMP, STONE, STAR))
    for kind in (LAMP, STONE, STAR):
        split.spawn_many(kind, 2)
    split.apply()
    assert isinstance(split.rows(Shine), np.ndarray)
    light(split)
    assert split.view(Shine).lit.tolist() == [False, True, False, False, True, True]


def test_what_is_not_asked_for_writing_cannot_be_written() -> None:
    world = new_world()
    world.spawn(COIN)
    world.apply()

    @system
    def steal(worth: Worth) -> None:
        worth.coins += 1

    @system
    def steal_part(worths: All[Worth]) -> None:
        worths.coins[0] = 9

    @system
    def overwrite(worth: Worth) -> None:
        worth.coins = 9

    for thief, error in ((steal, ValueError), (steal_part, ValueError), (overwrite, PermissionError)):
        with pytest.raises(error, match="read-only"):
            thief(world)
    assert world.view(Worth).coins.tolist() == [3]


def test_a_system_cannot_write_and_read_the_same_component() -> None:
    with pytest.raises(TypeError, match="both written and read"):

        @system
        def muddle(mine: Mut[Worth], theirs: All[Worth]) -> None:
            """Never."""


def test_an_event_must_be_read_or_emitted() -> None:
    with pytest.raises(TypeError, match=r"Read\[...\] or Emit\[...\]"):

        @system
        def listen(rang: Rang) -> None:
            """Never."""


def test_all_three_ways_of_writing_write_through() -> None:
    world = new_world()
    world.spawn_many(COIN, 3)
    world.apply()

    @system
    def write(worth: Mut[Worth], place: Mut[Place]) -> None:
        worth.coins = 5
        worth.coins += 1
        place.x[worth.coins > 5] = 2
        place.way[:, 1] = 7

    write(world)
    assert world.view(Worth).coins.tolist() == [6, 6, 6]
    assert world.view(Place).x.tolist() == [2, 2, 2]
    assert world.view(Place).way.tolist() == [[1, 7]] * 3


def test_a_system_without_rows_is_not_run() -> None:
    world = new_world()
    ran = []

    @system
    def note(worth: Worth) -> None:
        ran.append(len(worth.coins))

    note(world)
    assert not ran
    world.spawn(COIN)
    world.apply()
    note(world)
    assert ran == [1]


def test_events_live_to_the_end_of_the_phase_that_drains_them_and_go_to_the_journal() -> None:
    world = new_world()
    world.spawn(COIN, Worth(coins=7))
    world.spawn(COIN)
    world.apply()
    schedule = Schedule({"early": (ring,), "late": (count,)})
    world.events.tick = 12
    schedule.tick(world)
    assert world.resource(Purse).total == 7
    assert len(world.events.read(Rang)) == 0
    (told,) = world.events.take_journal()
    assert told.tick == 12
    assert told.event.rows()[0]["note"] == 440
    assert not world.events.take_journal()


def test_one_value_of_an_event_is_told_for_all() -> None:
    world = new_world()
    world.events.emit(Rang, who=[1, 2, 3], note=5)
    world.events.emit(Rang, who=np.empty(0, np.int64), note=5)
    assert world.events.read(Rang).note.tolist() == [5, 5, 5]
    with pytest.raises(TypeError, match="no column pitch"):
        world.events.emit(Rang, pitch=1)
    with pytest.raises(ValueError, match="different lengths"):
        world.events.emit(Rang, who=[1, 2], note=[1, 2, 3])


def test_events_are_read_only() -> None:
    world = new_world()
    world.events.emit(Rang, who=[1])
    with pytest.raises(ValueError, match="read-only"):
        world.events.read(Rang).who[0] = 4


def test_births_and_deaths_wait_for_the_end_of_the_phase() -> None:
    world = new_world()
    world.spawn(COIN)
    assert len(world) == 0
    world.apply()
    world.kill(world.view(Entity).id)
    assert len(world) == 1
    world.apply()
    assert len(world) == 0


def test_a_birth_moves_one_row_of_each_later_kind() -> None:
    world = new_world()
    coins, lamps = world.spawn_many(COIN, 100), world.spawn_many(LAMP, 50)
    world.apply()
    before = [world.resolve(ids)[0] for ids in (coins, lamps)]
    world.spawn(STONE)
    world.apply()
    after = [world.resolve(ids)[0] for ids in (coins, lamps)]
    assert [int((a != b).sum()) for a, b in zip(before, after, strict=True)] == [1, 1]


def test_a_slot_used_again_has_another_id() -> None:
    world = new_world()
    old = world.spawn(COIN)
    world.apply()
    world.kill(old)
    world.apply()
    new = world.spawn(COIN)
    world.apply()
    assert new != old
    assert world.resolve(np.array([old, new, NOBODY, 1 << 40]))[1].tolist() == [False, True, False, False]
    with pytest.raises(KeyError, match="no such entity"), world.edit(Worth, old):
        pass


def test_a_kind_takes_only_its_own_components_and_a_component_only_its_own_columns() -> None:
    with pytest.raises(TypeError, match="a stone has no Worth"):
        new_world().spawn(STONE, Worth(coins=1))
    with pytest.raises(TypeError, match="Worth has no column price"):
        Worth(price=3)
    with pytest.raises(PermissionError, match="read-only"):
        Worth(coins=1).coins = 2


def test_a_snapshot_brings_back_table_resources_and_waiting_events() -> None:
    world = new_world()
    first: Ids = world.spawn_many(COIN, 5)
    world.apply()
    world.resource(Purse).by_name["a"] = [1]
    world.events.emit(Rang, who=first[:2])
    before, kept = world.checksum(), world.snapshot()
    for _ in range(2):
        world.resource(Purse).by_name["a"].append(2)
        world.kill(first[1:3])
        world.spawn_many(LAMP, 200)
        world.apply()
        world.events.read(Rang)
        world.events.close("late")
        assert world.checksum() != before
        world.restore(kept)
        assert world.checksum() == before
        assert len(world.events.read(Rang)) == 2
        assert world.resource(Purse).by_name == {"a": [1]}


def test_a_restore_into_a_new_world_brings_waiting_events_and_drops_waiting_births_and_deaths() -> None:
    world = new_world()
    ids = world.spawn_many(COIN, 3)
    world.apply()
    world.events.emit(Rang, who=ids[:2])
    kept, other = world.snapshot(), new_world()
    other.spawn_many(COIN, 3)
    other.apply()
    other.spawn_many(LAMP, 5)
    other.kill(other.view(Entity).id[:2])
    other.restore(kept)
    other.apply()
    assert len(other.events.read(Rang)) == 2
    assert other.view(Entity).id.tolist() == ids.tolist()


def test_after_a_restore_births_go_on_as_they_would_have() -> None:
    world = new_world()
    world.spawn_many(COIN, 70)
    world.apply()
    kept = world.snapshot()
    ids = []
    for _ in range(2):
        world.kill(world.view(Entity).id[3:9])
        world.apply()
        ids.append(world.spawn_many(LAMP, 90).tolist())
        world.apply()
        world.restore(kept)
    assert ids[0] == ids[1]


def test_a_difference_names_its_subsystem() -> None:
    one, two = new_world(), new_world()
    for world in (one, two):
        world.spawn(COIN)
        world.apply()
    assert one.hashes() == two.hashes()
    two.resource(Purse).total = 1
    with two.edit(Worth, two.view(Entity).id) as worth:
        worth.coins += 1
    differs = {name for name, crc in one.hashes().items() if two.hashes()[name] != crc}
    assert differs == {"Purse", "Worth"}


def test_the_schedule_prints_who_reads_and_writes_what() -> None:
    table = Schedule({"early": (gild, ring), "late": (count,)}).table()
    assert "| early | gild | Place | Worth |  |  |" in table
    assert "| early | ring | Entity, Worth |  |  | Rang |" in table
    assert "| late | count | Purse, Worth |  | Rang |  |" in table


# -- copies --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Coin:
    """A value."""

    worth: int


@dataclass
class Chest:
    """Something that changes inside a resource."""

    coins: list[Coin] = field(default_factory=list)


@dataclass
class Hoard:
    """A resource with one of everything."""

    chests: dict[str, Chest] = field(default_factory=dict)
    marks: Any = None
    seen: set[int] = field(default_factory=set)
    piles: list[list[int]] = field(default_factory=lambda: [[1], [2, 3]])
    chance: np.random.Generator = field(default_factory=lambda: np.random.Generator(np.random.PCG64(5)))
    where: tuple[float, float] = (1.0, 2.0)


def hoard() -> Hoard:
    marks = np.empty(2, object)
    marks[:] = [[1], [2]]
    return Hoard({"a": Chest([Coin(1)])}, {"grid": np.arange(6).reshape(2, 3), "lists": marks}, {7})


def test_a_copy_shares_nothing_that_can_change() -> None:
    ours, theirs = hoard(), Hoard()
    put_back(theirs, duplicate(ours))
    assert digest(theirs) == digest(ours)
    theirs.chests["a"].coins.append(Coin(2))
    theirs.chests["b"] = Chest()
    theirs.marks["grid"][0, 0] = 9
    theirs.marks["lists"][0].append(9)
    theirs.seen.add(8)
    theirs.piles[0].append(9)
    theirs.chance.random(3)
    assert digest(ours) == digest(hoard())


def test_a_copied_generator_goes_on_as_the_first_would() -> None:
    ours = hoard()
    ours.chance.random(10)
    twin = copied(ours.chance)
    assert twin.random(5).tolist() == ours.chance.random(5).tolist()


def test_values_are_shared() -> None:
    ours = hoard()
    state = duplicate(ours)
    assert state["where"] is ours.where
    assert state["chests"]["a"].coins[0] is ours.chests["a"].coins[0]


@pytest.mark.parametrize("value", [deque([1]), Counter("a"), memoryview(b"a")])
def test_what_nobody_knows_how_to_copy_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot copy a"):
        copied(value)


@given(st.lists(st.sampled_from(["?", "u1", "i4", "f4", "f8", "i8"])), st.integers(0, 70))
def test_columns_in_one_block_are_copies_and_do_not_overlap(types: list[str], count: int) -> None:
    table = {str(n): np.full((count, 1 + n % 3), n % 2, kind) for n, kind in enumerate(types)}
    copies = in_one_block(table)
    for key, whole in table.items():
        assert copies[key].dtype == whole.dtype
        assert copies[key].tolist() == whole.tolist()
        whole[...] = 1 - whole.astype("i8")
    for n, key in enumerate(copies):
        assert (copies[key] == n % 2).all()
    for key in copies:
        copies[key][...] = 0
        assert all((copies[other] == int(other) % 2).all() for other in copies if int(other) > int(key))
