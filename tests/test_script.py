from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from game.data import actions as a
from game.data.area import Area
from game.data.enums import Actor, TriggerOn
from game.data.errors import BadInput
from game.data.locale import LANGUAGES, Words
from game.data.paths import find_map
from game.data.script import Script, load_script, parse_script, read_script
from game.data.scriptcheck import check
from game.data.sketch import sketch
from game.data.things import Choice, Door, Power, Spawn, Trigger
from game.data.tiled import load

HERE = Area.point(1.5, 1.5)
LEVEL = sketch(
    "@..",
    things=[
        Trigger(name="yard", area=HERE, on=TriggerOn.ENTER, event="began"),
        Spawn(name="caller", area=HERE, actor=Actor.SCREAMER),
        Door(name="gate", area=Area.rect(1, 0, 1, 1)),
        Power(name="motor", area=HERE, circuit="gate"),
        Choice(area=HERE, choice="mercy", options=("yes", "no")),
    ],
)
WORDS = Words("en")


def script(text: str) -> Script:
    return parse_script(tomllib.loads(text), "tale.toml")


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        script(text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def findings(text: str) -> list[str]:
    return [str(finding) for finding in check(script(text), LEVEL, WORDS)]


def test_actions_become_typed_in_order() -> None:
    beat = script("""
        [beat.began]
        do = [{ say = "nam-one", by = "namra" }, { wait = 2 }, { on = "gate" }, { checkpoint = true }]
    """).beats["began"]
    assert beat.actions == (
        a.Say("nam-one", "namra"),
        a.Wait(2.0),
        a.On("gate"),
        a.Checkpoint(checkpoint=True),
    )


def test_a_beat_may_happen_by_itself() -> None:
    upon = script('[beat.x]\nupon = { holds = "choice:mercy=yes !event:y" }').beats["x"].upon
    assert upon is not None
    assert str(upon.holds) == "choice:mercy=yes !event:y"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '[beat.x]\ndo = [{ sya = "a", by = "b" }]',
            "beat.x.do[1]: no action is called 'sya'. Did you mean 'say'?",
        ),
        ('[beat.x]\ndo = [{ say = "a" }]', "beat.x.do[1].by: this key is missing: write it"),
        ('[beat.x]\ndo = [{ say = "a", bye = "b" }]', "beat.x.do[1].bye: unknown key. Did you mean 'by'?"),
        ('[beat.x]\ndo = [{ wait = "long" }]', "beat.x.do[1].wait: must be a number, not 'long'"),
        ("[beat.x]\ndo = [{ wait = -1 }]", "beat.x.do[1].wait: -1 is outside 0..3600 s"),
        ("[beat.x]\ndo = [{ checkpoint = false }]", "beat.x.do[1].checkpoint: write true"),
        ("[beat.x]\ndo = [{ on = 5 }]", "beat.x.do[1].on: must be a name, not 5"),
        ("[beat.x]\ndo = 5", "beat.x.do: must be a list of actions"),
        ("[beat.x]\ndo = [5]", "beat.x.do[1]: must be a table, not 5"),
        ("[beat.x]\nskip = 1", "beat.x.skip: must be true or false, not 1"),
        ("[beat.x]\nagian = true", "beat.x.agian: unknown key. Did you mean 'again'?"),
        ('[beat.x]\nupon = { dies = "a", asked = "b" }', "beat.x.upon: give exactly one of"),
        ('[beat.x]\nupon = { holds = "evnt:x" }', "beat.x.upon.holds: condition 'evnt:x' is not understood"),
        ("[baet.x]", "baet: unknown key. Did you mean 'beat'?"),
        ("[choice.x]", "choice.x.about: must be a name, not None"),
        ("[radio.x]", "radio.x.lines: must be a list of line ids"),
    ],
)
def test_what_is_not_understood_is_one_line_with_file_and_key(text: str, says: str) -> None:
    assert refusal(text).startswith(f"tale.toml: {says}")


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ('{ say = "nam-oen", by = "namra" }', "say: no line is called 'nam-oen'. Did you mean"),
        ('{ say = "nam-one", by = "nama" }', "by: no speaker is called 'nama'. Did you mean 'namra'?"),
        ('{ open = "gaet" }', "open: no door is called 'gaet'. Did you mean 'gate'?"),
        ('{ on = "gaet" }', "on: no circuit is called 'gaet'. Did you mean 'gate'?"),
        ('{ wake = "collar" }', "wake: no thing is called 'collar'. Did you mean 'caller'?"),
        ('{ fire = "begna" }', "fire: no event is called 'begna'. Did you mean 'began'?"),
        ('{ ask = "mercie" }', "ask: no choice is called 'mercie'. Did you mean 'mercy'?"),
        ('{ aim = "obj" }', "aim: no objective is called 'obj'."),
        ('{ cue = "blak" }', "cue: no cue is called 'blak'. Did you mean 'black'?"),
        ('{ music = "clam" }', "music: no music is called 'clam'. Did you mean 'calm'?"),
        ('{ end = "exti" }', "end: no ending is called 'exti'. Did you mean 'exit'?"),
    ],
)
def test_a_name_that_nobody_bears_is_found_before_anybody_plays(action: str, says: str) -> None:
    found = findings(f"[beat.began]\ndo = [{action}]")
    assert len(found) == 1
    assert found[0].startswith(f"tale.toml: beat.began.do[1].{says}")


def test_a_beat_that_nothing_sets_off_is_found() -> None:
    assert findings("[beat.never]") == [
        "tale.toml: beat.never: no trigger, beat or upon sets this event off: fire it or remove it"
    ]


def test_names_in_upon_choices_and_radios_are_looked_up_too() -> None:
    found = findings("""
        [beat.began]
        upon = { dies = "calle" }
        [beat.after]
        upon = { holds = "event:begun" }
        [choice.mercie]
        about = "nobody"
        [radio.box]
        lines = ["nothing"]
    """)
    assert [line.partition(": no ")[2].split(" ")[0] for line in found] == [
        "thing", "event", "choice", "thing", "thing", "line",
    ]  # fmt: skip


def test_a_good_script_has_no_findings() -> None:
    assert (
        findings("""
        [beat.began]
        do = [{ open = "gate" }, { fire = "next" }]
        [beat.next]
        do = [{ hold = "gate", then = "last", dents = ["cap-dent1"] }]
        [beat.last]
        [choice.mercy]
        about = "caller"
    """)
        == []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_of_hyosan_fits_its_map_and_its_words(language: str) -> None:
    level = load(find_map("hyosan"))
    found = check(load_script(level), level, Words(language))
    assert [str(finding) for finding in found] == []


def test_every_trigger_of_hyosan_does_something() -> None:
    level = load(find_map("hyosan"))
    wakes = [spawn.wake for spawn in level.spawns] + [field.wake for field in level.fields]
    heard = {name for wake in wakes for name in wake.names("event")}
    told = load_script(level).events | heard
    assert [t.event for t in level.triggers if t.event not in told] == []


def test_a_map_of_ones_own_brings_its_script_along(tmp_path: Path) -> None:
    mine = replace(LEVEL, path=tmp_path / "tuning.tmx")
    assert load_script(mine) == Script()
    (tmp_path / "tuning.toml").write_text("[beat.began]\n", encoding="utf-8")
    assert list(load_script(mine).beats) == ["began"]


def test_a_sketch_has_no_story() -> None:
    assert load_script(LEVEL) == Script()


def test_a_script_file_that_is_no_toml_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    shutil.copy(find_map("hyosan"), path)
    with pytest.raises(BadInput, match=r"a\.toml: not valid TOML"):
        read_script(path)
